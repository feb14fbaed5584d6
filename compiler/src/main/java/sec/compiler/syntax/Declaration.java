package sec.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.source.Span;

/** A block, a net, a variant or an experiment. */
public sealed interface Declaration {

  /** The whole declaration, without its doc comment. */
  Span span();

  /** The doc comment, slashes removed, lines kept; may be empty. */
  String doc();

  /** Its name. */
  Name name();

  /** Its parameters; an experiment has none. */
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
   * {@code net Name(parameters) = Net(arguments);}: another net with some of its parameters set.
   *
   * @param span all of it
   * @param doc the author's words
   * @param name its name
   * @param parameters in order
   * @param base the net that is meant
   */
  record Alias(Span span, String doc, Name name, List<Parameter> parameters, Element.Use base)
      implements Declaration {}

  /**
   * {@code experiment Name < settings >}.
   *
   * @param span all of it
   * @param doc the author's words
   * @param name its name
   * @param settings in order
   */
  record Experiment(Span span, String doc, Name name, List<Setting> settings)
      implements Declaration {
    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  /** A line of an experiment. */
  sealed interface Setting {
    /** All of it. */
    Span span();

    /** The word that says which setting it is. */
    Name word();
  }

  /**
   * {@code net Name(arguments)}: what is trained.
   *
   * @param span all of it
   * @param word {@code net}
   * @param net which, and with what
   */
  record NetSetting(Span span, Name word, Element.Use net) implements Setting {}

  /**
   * {@code compare path in [...]}: what is varied.
   *
   * @param span all of it
   * @param word {@code compare}
   * @param path slots, a parameter, or {@code net}
   * @param values a list
   */
  record CompareSetting(Span span, Name word, PathPattern path, Expression values)
      implements Setting {}

  /**
   * {@code optimizer sgd(lr = 0.1)}: a word and what is said of it.
   *
   * @param span all of it
   * @param word which setting
   * @param values in order
   */
  record WordSetting(Span span, Name word, List<Expression> values) implements Setting {}

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
