package sec.compiler.inference;

import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;

/**
 * A network and its weights.
 *
 * <p>After a {@link Pass} the nodes are no longer those of the network's {@code assembly}: backends
 * that read nodes take it, backends that write source do not.
 *
 * @param network what is computed
 * @param weights one tensor for each of its parameters
 */
public record Model(Network network, Weights weights) {}
