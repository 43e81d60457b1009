package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.exchange.Tags;
import zhai.exchange.WebLinks;
import zhai.model.ReadingState;
import zhai.model.Tag;

/// Netscape bookmark files, as Chrome, Firefox, Safari, Edge, Pinboard, Raindrop, linkding and
/// Shaarli write them.
///
/// There is no specification. A folder is an `H3` with the `DL` after it, a bookmark an `A`, its
/// description the `DD` after it. Folders become tags, but for the roots that every browser has;
/// `TAGS` are separated by commas. `ADD_DATE` is in seconds, with some writers in milli- or
/// microseconds, since 1970. What is not a web address (`place:`, `javascript:`) is skipped.
public final class NetscapeReader implements ImportReader {
  private static final Pattern LINKDING_NOTES =
      Pattern.compile("\\[linkding-notes](.*?)\\[/linkding-notes]", Pattern.DOTALL);

  private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

  private static final Folders FOLDERS = Folders.load();

  /// Reads a whole file.
  public static List<ImportLine> read(String text) {
    return parse(text).select("a[href]").stream().map(NetscapeReader::readLink).toList();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader characters = in.text()) {
      characters.transferTo(text);
    }
    for (Element link : parse(text.toString()).select("a[href]")) {
      sink.accept(new Place(in.name(), link.sourceRange().start().lineNumber()), readLink(link));
    }
  }

  @Override
  public boolean recognises(Beginning beginning) {
    return beginning.text().toLowerCase(Locale.ROOT).contains("netscape-bookmark-file-1");
  }

  private static Document parse(String text) {
    return Parser.htmlParser().setTrackPosition(true).parseInput(text, "");
  }

  private static ImportLine readLink(Element link) {
    String url = link.attr("href").strip();
    if (!WebLinks.isWeb(url)) {
      return new ImportLine.Skipped(url, Skip.NOT_WEB);
    }
    String title = link.text().strip();
    return ImportLine.Supplied.of(url)
        .titled(title.isEmpty() || title.equals(url) ? null : title)
        .tagged(tags(link))
        .noted(notes(link).stream().map(ImportLine.Words::of).toList())
        .standing(
            new ImportLine.Standing(
                time(link.attr("add_date")),
                null,
                link.attr("toread").equals("1") ? ReadingState.UNREAD : null,
                link.attr("data-important").equals("true")));
  }

  private static List<Tag> tags(Element link) {
    Stream<String> labels = Arrays.stream(link.attr("tags").split("[,，]"));
    return Stream.concat(FOLDERS.above(link).stream(), labels)
        .flatMap(label -> Tags.parse(label).stream())
        .distinct()
        .toList();
  }

  // The DD belongs to the A when nothing but the end of the DT stands between them.
  private static List<String> notes(Element link) {
    Element term = link.closest("dt");
    Element next = (term == null ? link : term).nextElementSibling();
    if (next == null || !next.normalName().equals("dd")) {
      return List.of();
    }
    Element words = next.clone();
    words.select("dl, h3, a").remove();
    return notes(words.wholeText());
  }

  private static List<String> notes(String description) {
    List<String> notes = new ArrayList<>();
    Matcher own = LINKDING_NOTES.matcher(description);
    notes.add(own.replaceAll(""));
    own.reset();
    while (own.find()) {
      notes.add(own.group(1));
    }
    return notes.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static @Nullable Instant time(String digits) {
    return Optional.of(digits.strip())
        .filter(it -> DIGITS.matcher(it).matches())
        .map(Long::parseLong)
        .filter(number -> number > 0)
        .map(NetscapeReader::time)
        .orElse(null);
  }

  // Seconds have ten digits until the year 2286.
  private static Instant time(long number) {
    if (number >= 100_000_000_000_000L) {
      return Instant.ofEpochMilli(number / 1000);
    }
    return number >= 100_000_000_000L
        ? Instant.ofEpochMilli(number)
        : Instant.ofEpochSecond(number);
  }
}
