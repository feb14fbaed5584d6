package sec.compiler.analysis;

import java.util.Optional;
import sec.compiler.ir.Node;

/**
 * An operator in its place, with the steps it is made of as one.
 *
 * @param node the one whose value is its result
 * @param word what it is
 * @param cost what it costs
 * @param field what an element of its result depends on; empty where the input has no places
 */
public record Layer(Node node, String word, Totals cost, Optional<ReceptiveField> field) {}
