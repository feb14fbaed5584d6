package sec.compiler.backend.djl;

import sec.compiler.source.Source;

/** An author's words as Javadoc. */
final class JavaDoc {
  private JavaDoc() {}

  /** Text in which nothing means anything to Javadoc or to the Java compiler. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("\\", "&#92;");
  }

  /** The name of a text without the folders of the machine it was compiled on. */
  static String file(Source source) {
    String name = source.name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
