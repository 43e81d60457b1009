package zhai.exchange.reader;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.exchange.WebLinks;
import zhai.model.Bytes;

/// A page that SingleFile or a browser saved, one bookmark a file: the comment at its beginning
/// says from where, SingleFile's also when. What the page is called is read from it with its text.
public final class SavedPageReader implements ImportReader {
  private static final int COMMENT_WITHIN = 4096;

  private static final Pattern SINGLE_FILE =
      Pattern.compile(
          "<!--\\s*Page saved with SingleFile\\s+url:\\s*(\\S+)(?:\\s+saved date:\\s*([^\\n]*))?");

  /// The "mark of the web"; the number is the address's length.
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!--\\s*saved from url=\\(\\d{4}\\)(\\S+)()");

  /// `Sat Jan 01 2022 10:00:00 GMT+0800`, before the zone's name in brackets.
  private static final Pattern DATE =
      Pattern.compile("\\w{3} \\w{3} \\d{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT[+-]\\d{4}");

  private static final DateTimeFormatter SCRIPT_DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT'xx", Locale.ENGLISH);

  @Override
  public boolean recognises(Beginning beginning) {
    return comment(beginning) != null;
  }

  private static @Nullable Matcher comment(Beginning beginning) {
    String text = beginning.text();
    String head = text.substring(0, Math.min(COMMENT_WITHIN, text.length()));
    for (Pattern pattern : List.of(SINGLE_FILE, SAVED_FROM)) {
      Matcher comment = pattern.matcher(head);
      if (comment.find()) {
        return comment;
      }
    }
    return null;
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Place place = new Place(in.name(), 0);
    Matcher comment = comment(in.beginning());
    if (comment == null) {
      sink.accept(place, ImportLine.Rejected.of("This page doesn't say from where it was saved."));
    } else if (!WebLinks.isWeb(comment.group(1))) {
      sink.accept(place, new ImportLine.Skipped(comment.group(1), Skip.NOT_WEB));
    } else {
      Standing standing = Standing.added(date(comment.group(2)));
      sink.accept(place, page(in, ImportLine.Supplied.of(comment.group(1)).standing(standing)));
    }
  }

  private static ImportLine page(ImportFile in, ImportLine.Supplied known) throws IOException {
    try (InputStream bytes = in.opening().open()) {
      byte[] body = bytes.readNBytes(Unpacking.MAX_PAGE_BYTES + 1);
      return body.length > Unpacking.MAX_PAGE_BYTES
          ? new ImportLine.Rejected(Pages.TOO_LARGE, known, "")
          : known.paged(Pages.html(known, Bytes.of(body), "text/html"));
    }
  }

  private static @Nullable Instant date(@Nullable String text) {
    Matcher date = DATE.matcher(text == null ? "" : text);
    try {
      return date.find() ? OffsetDateTime.parse(date.group(), SCRIPT_DATE).toInstant() : null;
    } catch (DateTimeException _) {
      return null;
    }
  }
}
