package zhai.exchange.reader;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.exchange.WebLinks;
import zhai.model.Snapshot;

/// A web archive (WARC 1.0 and 1.1, ISO 28500), plain or in gzip members: what servers answered, as
/// wget, Browsertrix, ArchiveBox and zhai itself keep it.
///
/// A good answer that is HTML or PDF is a bookmark with its page; pictures, scripts, redirects and
/// errors are skipped and counted, and so is what an archive only says it has seen before
/// (`revisit`). Requests and remarks are no items. One that is packed with Zstandard is known as
/// that, and told that it can't be read.
public final class WarcReader implements ImportReader {
  private static final String MAGIC = "WARC/1.";

  /// A frame of Zstandard, or the dictionary that stands before all in a web archive.
  private static final Pattern ZSTANDARD = Pattern.compile("(?:\\(\u00B5/\u00FD|]\\*M\u0018)");

  @Override
  public boolean recognises(Beginning beginning) {
    if (!beginning.isGzip()) {
      return beginning.bytes().startsWith(MAGIC) || isZstandard(beginning);
    }
    byte[] head = beginning.head().toArray();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
      byte[] start = in.readNBytes(MAGIC.length());
      return new String(start, StandardCharsets.ISO_8859_1).equals(MAGIC);
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Place place = new Place(in.name(), 0);
    if (isZstandard(in.beginning())) {
      String reason =
          "The file is packed with Zstandard, which zhai can't unpack: unpack it first, or have a"
              + " web archive written as .warc.gz.";
      sink.accept(place, ImportLine.Rejected.of(reason));
      return;
    }
    try (WarcStream records = WarcStream.open(in)) {
      for (WarcRecord record = records.next(); record != null; record = records.next()) {
        sink.accept(place, line(record));
      }
    } catch (BrokenArchiveException e) {
      String reason = "The archive can't be read to its end: " + e.getMessage() + ".";
      sink.accept(place, ImportLine.Rejected.of(reason));
    }
  }

  private static boolean isZstandard(Beginning beginning) {
    return ZSTANDARD.matcher(beginning.bytes()).lookingAt();
  }

  private static ImportLine line(WarcRecord record) throws IOException {
    try {
      return switch (record.type()) {
        case "response" -> page(record, HttpAnswer.read(record));
        case "resource" -> page(record, HttpAnswer.bare(record));
        case "revisit" -> new ImportLine.Skipped(record.target(), Skip.KNOWN);
        default -> new ImportLine.Blank();
      };
    } catch (EOFException | ZipException _) {
      String url = record.target();
      Supplied known = WebLinks.isWeb(url) ? Supplied.of(url) : null;
      return new ImportLine.Rejected("The record of this page breaks off.", known, "");
    }
  }

  private static ImportLine page(WarcRecord record, HttpAnswer answer) throws IOException {
    String url = record.target();
    if (!WebLinks.isWeb(url)) {
      return new ImportLine.Skipped(url, Skip.NOT_WEB);
    }
    if (!answer.isPage()) {
      return new ImportLine.Skipped(url, Skip.NO_PAGE);
    }
    Supplied known = Supplied.of(url).standing(Standing.added(record.takenAt()));
    try {
      return known.paged(
          new PageGiven.Saved(
              new Snapshot(
                  url,
                  answer.status() == 0 ? Snapshot.Origin.HANDED_OVER : Snapshot.Origin.FETCHED,
                  answer.status(),
                  answer.headers(),
                  answer.body(),
                  Objects.requireNonNullElse(record.takenAt(), PageGiven.Saved.UNKNOWN_TIME))));
    } catch (HttpAnswer.UnreadableBody e) {
      return new ImportLine.Rejected(String.valueOf(e.getMessage()), known, "");
    }
  }
}
