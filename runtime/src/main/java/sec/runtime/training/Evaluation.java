package sec.runtime.training;

/**
 * How well a network does on a set of images.
 *
 * @param loss mean cross-entropy, in nats
 * @param top1 share of images whose class has the highest logit, from 0 to 1
 * @param top5 share of images whose class is among the five highest; says nothing, and is 1, with
 *     five classes or fewer
 */
public record Evaluation(double loss, double top1, double top5) {}
