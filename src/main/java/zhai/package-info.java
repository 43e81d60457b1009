/// The door: {@link zhai.Main} builds the program's parts by hand and starts it.
@NullMarked
package zhai;

import org.jspecify.annotations.NullMarked;
