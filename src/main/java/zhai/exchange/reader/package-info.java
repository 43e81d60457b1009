/// Formats in, one class per format: the bookmark files of browsers and the exports of other
/// collectors. Each hands over what it reads item by item, as {@link zhai.exchange.ImportLine}s,
/// and leaves nothing out silently.
@NullMarked
package zhai.exchange.reader;

import org.jspecify.annotations.NullMarked;
