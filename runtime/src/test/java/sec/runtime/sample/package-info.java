/**
 * Networks of DJL blocks by hand, in the way the Java backend writes them, and what they stand for.
 */
package sec.runtime.sample;
