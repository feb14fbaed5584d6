package sec.runtime.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import sec.runtime.training.Evaluation;

/** An assessment as one JSON document; shares are from 0 to 1. */
public final class AssessmentJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private AssessmentJson() {}

  /**
   * The document.
   *
   * @param net the network's name
   * @param data the data set's
   * @param classes the classes'
   */
  public static String render(
      Assessment assessment, String net, String data, List<String> classes) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("net", net);
    json.put("data", data);
    json.put("images", assessment.images());
    Evaluation evaluation = assessment.evaluation();
    json.put("loss", evaluation.loss());
    json.put("top1", evaluation.top1());
    json.put("top5", evaluation.top5());
    json.put("calibration_error", assessment.calibration().error());
    ArrayNode bins = json.putArray("calibration");
    for (Calibration.Bin bin : assessment.calibration().bins()) {
      bins.addObject()
          .put("images", bin.images())
          .put("right", bin.right())
          .put("confidence", bin.confidence());
    }
    ArrayNode names = json.putArray("classes");
    classes.forEach(names::add);
    ArrayNode confusion = json.putArray("confusion");
    for (long[] row : assessment.confusion()) {
      ArrayNode counts = confusion.addArray();
      for (long count : row) {
        counts.add(count);
      }
    }
    try {
      return MAPPER.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
