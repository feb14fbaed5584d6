/** Trainings of whole networks, alone and against one another. */
@NullMarked
package sec.runtime.experiment;

import org.jspecify.annotations.NullMarked;
