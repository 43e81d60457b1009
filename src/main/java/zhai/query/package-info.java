/// The query language: text in, a sealed {@link zhai.query.Query} out, or an error that points at
/// the place. Knows nothing of how a query is run; may touch only `model`, `url` and the JDK, does
/// no input or output and reads no clock: `7d` stays seven days until someone says what day it is.
@NullMarked
package zhai.query;

import org.jspecify.annotations.NullMarked;
