package sec.verify.lint;

/**
 * Something wrong.
 *
 * @param rule what the model does not keep to
 * @param message what is wrong and where, with the names and numbers
 */
public record Finding(Rule rule, String message) {
  @Override
  public String toString() {
    return message;
  }
}
