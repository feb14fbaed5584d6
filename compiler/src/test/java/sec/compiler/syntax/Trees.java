package sec.compiler.syntax;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sec.compiler.source.Source;
import sec.compiler.source.Span;

/** Syntax trees as text, without places: two that mean the same are the same. */
final class Trees {
  private Trees() {}

  static String shape(Object node) {
    return switch (node) {
      case null -> "-";
      case List<?> list ->
          list.stream().map(Trees::shape).collect(Collectors.joining(", ", "[", "]"));
      case Record tree ->
          Stream.of(tree.getClass().getRecordComponents())
              .filter(c -> c.getType() != Span.class && c.getType() != Source.class)
              .map(component -> shape(value(tree, component)))
              .collect(Collectors.joining(", ", tree.getClass().getSimpleName() + "(", ")"));
      default -> node.toString();
    };
  }

  private static Object value(Record tree, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(tree);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
