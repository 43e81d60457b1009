package zhai.exchange.reader;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Skip;

/// A Kindle's `My Clippings.txt`: a record a highlight, note or bookmark, in the language that the
/// Kindle was set to.
///
/// ```
/// 三体 (刘慈欣)
/// - 您在位置 #123-124的标注 | 添加于 2017年1月1日星期日 下午3:23:07
///
/// the words
/// ==========
/// ```
///
/// What comes out is one bookmark a book, where its first clipping stands. Bookmarks of the Kindle
/// have no words; they only show that there is the book.
public final class KindleClippings implements ImportReader {
  private static final String END = "==========";
  private static final Pattern BEGINNING =
      Pattern.compile("\\A[^\\n]{1,1000}\\n- [^\\n]*\\d[^\\n]*\\n.*^" + END, flags());

  private final ClippingWords words = ClippingWords.load();

  private static int flags() {
    return Pattern.DOTALL | Pattern.MULTILINE;
  }

  @Override
  public boolean recognises(Beginning beginning) {
    return BEGINNING.matcher(beginning.text()).find();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Map<String, ClippedBook> books = new LinkedHashMap<>();
    try (LineNumberReader lines = new LineNumberReader(in.text())) {
      List<String> record = new ArrayList<>();
      int start = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(END)) {
          take(new Place(in.name(), start), record, books, sink);
          record.clear();
          start = lines.getLineNumber() + 1;
        } else if (record.isEmpty() && cleaned(line).isEmpty()) {
          start++;
        } else {
          record.add(cleaned(line));
        }
      }
      take(new Place(in.name(), start), record, books, sink);
    }
    books.values().forEach(book -> sink.accept(book.place(), book.supplied()));
  }

  // A byte order mark stands before every title that some Kindles write.
  private static String cleaned(String line) {
    return line.replace("\uFEFF", "").replace('\u00A0', ' ').strip();
  }

  private void take(Place place, List<String> record, Map<String, ClippedBook> books, Sink sink) {
    if (record.isEmpty()) {
      return;
    }
    String raw = String.join("\n", record);
    if (record.size() < 2 || !record.get(1).startsWith("-")) {
      String reason = "The second line of this clipping doesn't say what it is.";
      sink.accept(place, new ImportLine.Rejected(reason, null, raw));
      return;
    }
    Clipping clipping = Clipping.read(record, words);
    ImportLine.Supplied about = ImportLine.Supplied.ofBook(clipping.title(), clipping.author());
    String complaint = complaint(clipping);
    if (!complaint.isEmpty()) {
      sink.accept(place, new ImportLine.Rejected(complaint, about, raw));
      return;
    }
    ClippedBook book = books.computeIfAbsent(about.url(), _ -> new ClippedBook(place, clipping));
    if (!book.add(clipping)) {
      sink.accept(place, new ImportLine.Skipped(about.url(), Skip.KNOWN));
    }
  }

  private String complaint(Clipping clipping) {
    return switch (clipping.kind()) {
      case UNKNOWN ->
          "This clipping is in a language whose words for highlight and note aren't known here.";
      case HIGHLIGHT, NOTE ->
          clipping.text().isEmpty()
              ? "This clipping has no words."
              : words.says("limit", clipping.text())
                  ? "The Kindle wrote that the book's limit for clippings was reached, not the"
                      + " words."
                  : "";
      case BOOKMARK -> "";
    };
  }
}
