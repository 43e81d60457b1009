/// The benchmarks, `mvn -Pbench verify`: how long the whole program takes beside what people would
/// use instead, on a library that is made anew each time and always the same. Each peer that is not
/// installed is said to be missing. No test runs here: speed is measured, never asserted.
@NullMarked
package zhai.bench;

import org.jspecify.annotations.NullMarked;
