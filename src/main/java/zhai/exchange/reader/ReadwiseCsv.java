package zhai.exchange.reader;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Quote;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportReader;
import zhai.exchange.reader.CsvRows.Row;
import zhai.model.Surroundings;

/// Readwise's export, a row a highlight: `Highlight,Book Title,Book Author,Amazon Book
/// ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags`.
///
/// All highlights of a book or page are one bookmark: at the address of a page where a column gives
/// one, else as a book. A highlight's tags and the document's are the bookmark's.
public final class ReadwiseCsv implements ImportReader {

  @Override
  public boolean recognises(Beginning beginning) {
    return CsvRows.header(beginning.text())
        .containsAll(List.of("highlight", "book_title", "highlighted_at"));
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Gathering gathering = new Gathering();
    CsvRows.read(in, gathering.before(sink), ReadwiseCsv::line);
    gathering.handTo(sink);
  }

  private static ImportLine line(Row row) {
    String title = row.words("book_title");
    String url = row.words("source_url", "book_url", "url");
    if (url != null) {
      return Links.read(url, page -> said(page.titled(title), row));
    }
    if (title == null) {
      return ImportLine.Rejected.of("This highlight has neither a title nor an address.");
    }
    return said(Supplied.ofBook(title, row.words("book_author")), row);
  }

  private static Supplied said(Supplied about, Row row) {
    Instant at = row.time("highlighted_at");
    Supplied said =
        about
            .tagged(Links.tags(Stream.concat(row.labels("tags"), row.labels("document_tags"))))
            .standing(Standing.added(at));
    String words = row.words("highlight");
    String note = row.words("note");
    return words == null
        ? said.noted(Links.notes(note, row.words("document_note")))
        : said.quoting(List.of(quote(words, note, at)))
            .noted(Links.notes(row.words("document_note")));
  }

  private static Quote quote(String words, @Nullable String note, @Nullable Instant at) {
    return new Quote(words, note, Surroundings.NONE, at);
  }
}
