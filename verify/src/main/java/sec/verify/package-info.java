/** The backends held against one another, and against ONNX's own checkers. */
@NullMarked
package sec.verify;

import org.jspecify.annotations.NullMarked;
