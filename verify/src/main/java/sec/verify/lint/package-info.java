/** What is wrong with an ONNX model, told from the file alone. */
@NullMarked
package sec.verify.lint;

import org.jspecify.annotations.NullMarked;
