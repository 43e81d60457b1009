package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;

/// Netscape bookmark files, as Chrome, Edge, Firefox, Safari, Pinboard, Raindrop, linkding, Shaarli
/// and Shiori write them.
///
/// There is no specification. A folder is an `H3` with the `DL` after it, a bookmark an `A`, its
/// description the `DD` after it. Folders become tags, but for the roots that every browser has;
/// `TAGS` are separated by commas. `ADD_DATE` is in seconds, with some writers in milli- or
/// microseconds, since 1970. What is not a web address (`place:`, `javascript:`) is skipped.
public final class NetscapeReader implements ImportReader {
  private static final String DOCTYPE = "<!doctype netscape-bookmark-file";

  private static final Pattern LINK =
      Pattern.compile("<dt>\\s*<a\\s[^>]*add_date", Pattern.CASE_INSENSITIVE);

  /// Reads a whole file.
  public static List<ImportLine> read(String text) {
    List<ImportLine> read = new ArrayList<>();
    try {
      new NetscapeBookmarks((item, _) -> read.add(item)).read(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    try (Reader text = in.text()) {
      new NetscapeBookmarks((item, line) -> sink.accept(new Place(in.name(), line), item))
          .read(text);
    }
  }

  @Override
  public boolean recognises(Beginning beginning) {
    String text = beginning.text().stripLeading();
    return text.toLowerCase(Locale.ROOT).startsWith(DOCTYPE)
        || (text.startsWith("<") && LINK.matcher(text).find());
  }
}
