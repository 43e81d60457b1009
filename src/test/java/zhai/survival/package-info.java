/// Holds the real program, in processes of its own, to what it promises whatever happens to it:
/// what it called stored is there after a kill, a closed pipe, a full disk and among other
/// processes, and the next ordinary command works.
///
/// How often is told by system properties, few by default; the profiles `kill` and `processes` ask
/// for many.
@NullMarked
package zhai.survival;

import org.jspecify.annotations.NullMarked;
