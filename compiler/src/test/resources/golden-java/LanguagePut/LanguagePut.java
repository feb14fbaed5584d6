package languageput;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;

/**
 * From {@code net Language}, as it was compiled.
 */
public final class LanguagePut extends NetBlock {
  private final Block cba;
  private final Block cba2;
  private final Block sharedMlp;
  private final Block selective;
  private final Block fc;
  private final Block pyramid;
  private final Block steps;
  private final Block cba4;
  private final Block cba5;
  private final Block joined;
  private final Block told;
  private final Block told2;
  private final Block level;
  private final Block fc2;

  public LanguagePut() {
    cba = addChildBlock("stem.cba", new Cba(8, 3, in -> Activation.sigmoidBlock()));
    cba2 = addChildBlock("cba[0]", new Cba(6, 1, in -> Activation.reluBlock()));
    sharedMlp = addChildBlock("SharedMlp", new SharedMlp(8, 4));
    selective = addChildBlock("Selective", new Selective(12, 2));
    fc = addChildBlock("fc", Linear.builder().setUnits(5).build());
    pyramid = addChildBlock("Pyramid", new Pyramid());
    steps = addChildBlock("Steps", new Steps());
    cba4 = addChildBlock("cba[1]", new Cba(7, 3, in -> new CbaPart(in)));
    cba5 = addChildBlock("cba[2]", new Cba(8, 3, in -> new CbaPart(in)));
    joined = addChildBlock("Joined", new Joined());
    told = addChildBlock("Told[0]", new Told());
    told2 = addChildBlock("Told[1]", new Told2());
    level = addChildBlock("Level", new Level());
    fc2 = addChildBlock("head.fc", Linear.builder().setUnits(5).build());
    Weights.start(this, 0);
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    x = pass.apply(cba, x);
    NDArray cba3 = pass.apply(cba2, x);
    x = pass.apply(selective, pass.apply(sharedMlp, x));
    NDArray branch = pass.apply(fc, Pool.globalAvgPool2d(x));
    pass.output("middle", branch);
    x = pass.apply(steps, pass.apply(pyramid, x));
    x = pass.apply(cba5, pass.apply(cba4, x));
    x = Pool.maxPool2d(x, new Shape(1, 1), new Shape(1, 1), new Shape(0, 0), false);
    cba3 = Pool.maxPool2d(cba3, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    x = pass.apply(told, pass.apply(joined, x, cba3));
    x = pass.apply(level, pass.apply(told2, x));
    return pass.apply(fc2, Pool.globalAvgPool2d(x));
  }
}
