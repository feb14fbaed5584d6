/** From a network to a TorchScript archive, which libtorch loads and trains. */
@NullMarked
package sec.compiler.backend.torchscript;

import org.jspecify.annotations.NullMarked;
