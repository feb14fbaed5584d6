/** The values of parameters: how they start, and the safetensors files that hold them. */
@NullMarked
package sec.compiler.weights;

import org.jspecify.annotations.NullMarked;
