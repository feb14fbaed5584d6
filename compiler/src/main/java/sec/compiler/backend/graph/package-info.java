/** Pictures of a network: SVG, laid out here, and the texts that Graphviz and Mermaid lay out. */
@NullMarked
package sec.compiler.backend.graph;

import org.jspecify.annotations.NullMarked;
