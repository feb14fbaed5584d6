package sec.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;

/** A block, a net or a variant. */
public sealed interface Declaration {

  /** The whole declaration, without its doc comment. */
  Span span();

  /** The doc comment, slashes removed, lines kept; may be empty. */
  String doc();

  /** Its name. */
  Name name();

  /** Its parameters. */
  List<Parameter> parameters();

  /**
   * {@code block Name(parameters) < ... >}.
   *
   * @param span all of it
   * @param doc the author's words
   * @param name its name
   * @param parameters in order
   * @param body what it does
   */
  record Block(Span span, String doc, Name name, List<Parameter> parameters, Body body)
      implements Declaration {}

  /**
   * {@code net Name(parameters) : [C, H, W] < ... >}.
   *
   * @param span all of it
   * @param doc the author's words
   * @param name its name
   * @param parameters in order
   * @param input the list that gives the input's shape
   * @param body what it does
   */
  record Net(
      Span span, String doc, Name name, List<Parameter> parameters, Expression input, Body body)
      implements Declaration {}

  /**
   * {@code variant Name(parameters) of Net(arguments) < at path put chain; ... >}.
   *
   * @param span all of it
   * @param doc the author's words
   * @param name its name
   * @param parameters in order
   * @param base the net or variant it changes
   * @param grafts its lines
   */
  record Variant(
      Span span,
      String doc,
      Name name,
      List<Parameter> parameters,
      Element.Use base,
      List<Graft> grafts)
      implements Declaration {}

  /**
   * A parameter.
   *
   * @param span all of it
   * @param name its name
   * @param type the word after the colon, if there is one
   * @param fallback its default, if there is one
   */
  record Parameter(Span span, Name name, @Nullable Name type, @Nullable Expression fallback) {}

  /**
   * {@code at path if (condition) put chain}.
   *
   * @param span all of it
   * @param path which slots
   * @param condition decided for each of them; null for all
   * @param content what is put there
   */
  record Graft(Span span, PathPattern path, @Nullable Expression condition, Chain content) {}
}
