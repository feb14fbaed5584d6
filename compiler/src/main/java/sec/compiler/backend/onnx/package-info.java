/** From a network to an ONNX model. */
@NullMarked
package sec.compiler.backend.onnx;

import org.jspecify.annotations.NullMarked;
