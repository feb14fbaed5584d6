package sec.compiler.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;

/**
 * A network as a person names it.
 *
 * @param target {@code FILE.senet}, {@code FILE.senet:Name}, or the bare name of a net or variant
 *     of the standard library
 * @param puts what goes into slots on top: {@code middle=SE(r=16)}
 * @param settings of parameters: {@code classes=100}
 * @param preferences further settings, for parameters that the target has and {@code settings}
 *     leave alone
 */
public record TargetRequest(
    String target, List<String> puts, List<String> settings, Map<String, String> preferences) {
  /** Keeps copies. */
  public TargetRequest {
    puts = List.copyOf(puts);
    settings = List.copyOf(settings);
    preferences = Map.copyOf(preferences);
  }

  /** A request without preferences. */
  public TargetRequest(String target, List<String> puts, List<String> settings) {
    this(target, puts, settings, Map.of());
  }

  /** A network as it stands. */
  public static TargetRequest of(String target) {
    return new TargetRequest(target, List.of(), List.of());
  }

  /** The same with one more thing put into a slot. */
  public TargetRequest withPut(String put) {
    List<String> more = new ArrayList<>(puts);
    more.add(put);
    return new TargetRequest(target, more, settings, preferences);
  }

  /**
   * The same for images of this shape in so many classes, where the user does not say otherwise.
   *
   * @param image null to leave it to the target
   */
  public TargetRequest preferring(@Nullable Shape image, int classes) {
    Map<String, String> preferences = new HashMap<>();
    preferences.put("classes", Integer.toString(classes));
    if (image != null) {
      preferences.put("input", image.toString());
    }
    return new TargetRequest(target, puts, settings, preferences);
  }
}
