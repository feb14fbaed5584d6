package sec.compiler.backend.torchscript;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes Python's pickle format, protocol 2, as far as archives need it. Source: the opcodes of
 * Python's {@code pickletools}.
 */
final class Pickle {
  private static final int MARK = '(';
  private static final int TUPLE = 't';

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Pickle() {
    op(0x80).op(2);
  }

  private Pickle op(int code) {
    bytes.write(code);
    return this;
  }

  private Pickle raw(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private Pickle little(int size, long value) {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.write(buffer.putLong(value).array(), 0, size);
    return this;
  }

  /** Something by the name of its module and its own. */
  Pickle global(String module, String name) {
    return op('c').raw(module).op('\n').raw(name).op('\n');
  }

  Pickle text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').little(Integer.BYTES, utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  /** A number from 0 on. */
  Pickle integer(long value) {
    if (value < 256) {
      return op('K').op((int) value);
    }
    if (value <= Integer.MAX_VALUE) {
      return op('J').little(Integer.BYTES, value);
    }
    return op(0x8a).op(Long.BYTES).little(Long.BYTES, value);
  }

  Pickle truth(boolean value) {
    return op(value ? 0x88 : 0x89);
  }

  Pickle integers(List<? extends Number> values) {
    beginTuple();
    values.forEach(value -> integer(value.longValue()));
    return endTuple();
  }

  Pickle beginTuple() {
    return op(MARK);
  }

  Pickle endTuple() {
    return op(TUPLE);
  }

  /** Calls the function below with the tuple on top. */
  Pickle call() {
    return op('R');
  }

  /** Takes the tuple on top as the name of something outside of the pickle. */
  Pickle persistent() {
    return op('Q');
  }

  /** A new object of the class below; its attributes follow, name by value. */
  Pickle beginObject() {
    return op(')').op(0x81).op('}').op(MARK);
  }

  Pickle endObject() {
    return op('u').op('b');
  }

  /** The empty tuple. */
  Pickle nothing() {
    return op(')');
  }

  byte[] end() {
    op('.');
    return bytes.toByteArray();
  }
}
