package sec.compiler.backend.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.weights.ChannelScaling;

/**
 * What a model's file says of itself beside the graph.
 *
 * @param form of the graph: {@code deploy}, {@code trainable}
 * @param spec the network as one text in the language; null if there is none
 * @param classNames one for each number of the result; empty if they are not known
 * @param scaling how images become its input; null if that is not known
 */
public record ModelCard(
    @Nullable String form,
    @Nullable String spec,
    List<String> classNames,
    @Nullable ChannelScaling scaling) {

  /** A card that says nothing. */
  public static final ModelCard EMPTY = new ModelCard(null, null, List.of(), null);

  /** Keeps a copy. */
  public ModelCard {
    classNames = List.copyOf(classNames);
  }
}
