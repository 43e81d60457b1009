/// The words of the glossary as records and sealed types: bookmark, snapshot, article, mark,
/// anchor, tag, verdict. Every other room speaks in them, so this room knows none of the others but
/// `zhai.url`; it does no input or output and reads no clock.
@NullMarked
package zhai.model;

import org.jspecify.annotations.NullMarked;
