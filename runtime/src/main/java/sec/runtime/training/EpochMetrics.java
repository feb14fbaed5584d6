package sec.runtime.training;

/**
 * The numbers of one epoch.
 *
 * @param epoch from 1
 * @param learningRate of its first step
 * @param train over its training images, each judged before the step that learns from it
 * @param test over all test images, after the epoch's last step
 * @param seconds spent training, without the test
 * @param imagesPerSecond training images over those seconds
 * @param dataWait the share of the training's time, from 0 to 1, in which it stood still because no
 *     batch was ready; since it was resumed, if it was
 */
public record EpochMetrics(
    int epoch,
    double learningRate,
    Evaluation train,
    Evaluation test,
    double seconds,
    double imagesPerSecond,
    double dataWait) {}
