/// Formats out, one class per format. Each writes a {@link zhai.exchange.ReadingList}; what it
/// can't hold it leaves out, and the README says so. Nothing here opens a file: `library` hands
/// over where to write.
@NullMarked
package zhai.exchange.writer;

import org.jspecify.annotations.NullMarked;
