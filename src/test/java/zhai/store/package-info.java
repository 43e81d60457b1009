/// Tests of the store on real SQLite files.
@NullMarked
package zhai.store;

import org.jspecify.annotations.NullMarked;
