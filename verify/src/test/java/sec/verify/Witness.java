package sec.verify;

import java.util.List;
import sec.compiler.interpreter.Batch;
import sec.compiler.ir.Network;
import sec.compiler.weights.Weights;

/** One way to compute a network, to be held to the interpreter. */
interface Witness {

  /**
   * The network's result in evaluation.
   *
   * @param batches to be run one after the other on what was built once
   * @return the result of each, row-major
   */
  List<float[]> logits(Network network, Weights weights, List<Batch> batches) throws Exception;
}
