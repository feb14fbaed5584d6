package sec.compiler.ir;

import java.util.Map;
import sec.compiler.operators.Operator;
import sec.compiler.source.Span;
import sec.compiler.values.Value;

/**
 * An operator as it is written.
 *
 * @param span where
 * @param word what it is called in paths
 * @param operator what it is
 * @param arguments that were given to it
 */
record Written(Span span, String word, Operator operator, Map<String, Value> arguments) {}
