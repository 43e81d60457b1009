/// What a person can do with a library: add, note, edit, search, import, export, check. The rooms
/// for fetching, extracting, storing, indexing and exchanging don't know each other; here they are
/// led through the four walks, so this room may use all of them, and only the command line uses it.
@NullMarked
package zhai.library;

import org.jspecify.annotations.NullMarked;
