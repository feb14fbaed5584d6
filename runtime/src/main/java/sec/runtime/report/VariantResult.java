package sec.runtime.report;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import sec.runtime.training.EpochMetrics;

/**
 * What came of one variant.
 *
 * @param name as the user wrote it; anything
 * @param role what it is in the comparison
 * @param params trained numbers
 * @param macs multiply-adds for one image
 * @param top1 share of test images whose class comes first, from 0 to 1
 * @param top5 share whose class is among the first five; empty where that says nothing
 * @param seconds spent in all, tests included
 * @param epochs the numbers of each whole epoch; empty for what is not trained in epochs
 * @param wantedEpochs how many there should have been; fewer came of it when it was stopped
 * @param failure what broke its training off; empty when nothing did
 */
public record VariantResult(
    String name,
    Role role,
    long params,
    long macs,
    double top1,
    OptionalDouble top5,
    double seconds,
    List<EpochMetrics> epochs,
    int wantedEpochs,
    String failure) {

  /** What a row is in a comparison. */
  public enum Role {
    /** What the others are measured against: the network as it is. */
    BASELINE,
    /** One of what is compared. */
    VARIANT,
    /** Another kind of model, for a sense of scale: a linear one. */
    REFERENCE
  }

  /** A variant whose training nothing broke off. */
  public VariantResult(
      String name,
      Role role,
      long params,
      long macs,
      double top1,
      OptionalDouble top5,
      double seconds,
      List<EpochMetrics> epochs,
      int wantedEpochs) {
    this(name, role, params, macs, top1, top5, seconds, epochs, wantedEpochs, "");
  }

  /** Keeps a copy. */
  public VariantResult {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    epochs = List.copyOf(epochs);
  }

  /** Whether all its epochs are there, so that it may be compared. */
  public boolean finished() {
    return failure.isEmpty() && epochs.size() >= wantedEpochs;
  }

  /** How far it came: {@code 2 of 5 epochs}, {@code diverged after 2 of 5 epochs}. */
  public String progress() {
    String counted = epochs.size() + " of " + wantedEpochs + " epochs";
    return failure.isEmpty() ? counted : "diverged after " + counted;
  }
}
