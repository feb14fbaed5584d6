package sec.runtime.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.ToDoubleFunction;
import sec.runtime.training.EpochMetrics;

/** What the page's script draws, as JSON. */
final class ChartData {
  private static final JsonMapper JSON = new JsonMapper();

  private ChartData() {}

  /** As text that may stand inside a {@code script} element, whatever the names are. */
  static String json(Comparison comparison) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode variants = root.putArray("variants");
    for (VariantResult variant : comparison.variants()) {
      ObjectNode node = variants.addObject();
      node.put("name", variant.name());
      node.put("role", variant.role().name());
      number(node, "top1", 100 * variant.top1());
      series(node, "trainLoss", variant, epoch -> epoch.train().loss());
      series(node, "trainTop1", variant, epoch -> 100 * epoch.train().top1());
      series(node, "testLoss", variant, epoch -> epoch.test().loss());
      series(node, "testTop1", variant, epoch -> 100 * epoch.test().top1());
    }
    try {
      return JSON.writeValueAsString(root)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void series(
      ObjectNode node, String name, VariantResult variant, ToDoubleFunction<EpochMetrics> number) {
    ArrayNode points = node.putArray(name);
    for (EpochMetrics epoch : variant.epochs()) {
      double value = number.applyAsDouble(epoch);
      ObjectNode point = points.addObject().put("x", epoch.epoch());
      number(point, "y", value);
    }
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
