/** What needs a deep-learning engine: data, training, evaluation, reports. */
@NullMarked
package sec.runtime;

import org.jspecify.annotations.NullMarked;
