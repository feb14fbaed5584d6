package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;

/**
 * How a generated class is constructed.
 *
 * @param type the class
 * @param sizes which of c, h, w come first
 * @param parameters names of the block's parameters, in order
 * @param slots whether what stands in the slots comes last
 * @param blocks whether the input is a map, of each parameter that is a block and is used
 */
record Signature(
    ClassName type,
    List<String> sizes,
    List<String> parameters,
    boolean slots,
    Map<String, Boolean> blocks) {}
