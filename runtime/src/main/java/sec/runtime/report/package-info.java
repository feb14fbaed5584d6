/** What came of several trainings side by side: a table for a terminal and a page to show. */
@NullMarked
package sec.runtime.report;

import org.jspecify.annotations.NullMarked;
