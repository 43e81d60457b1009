package zhai.exchange.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Quote;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportLine.Words;
import zhai.exchange.Skip;
import zhai.exchange.Tags;
import zhai.model.Tag;

/// What all formats of bookmarks have in common: an address that may be none, words that may be
/// blank, labels that may be nothing but a `#`.
final class Links {
  // A name with a dot before the colon is a host with its port.
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+-]*):.*");

  private static final int SHOWN = 60;

  private Links() {}

  /// The bookmark of that address, with all that the file says about it; skipped where there is
  /// nothing on the web to read again (`javascript:`, `place:`, a note without an address);
  /// rejected where an address was meant but can't be told.
  static ImportLine read(@Nullable String address, UnaryOperator<Supplied> told) {
    String url = address == null ? "" : address.strip();
    if (url.isEmpty() || "?/#".indexOf(url.charAt(0)) >= 0) {
      return new ImportLine.Skipped(url, Skip.NO_ADDRESS);
    }
    Matcher scheme = SCHEME.matcher(firstLine(url));
    if (!scheme.matches()) {
      Supplied known = told.apply(Supplied.of(url));
      return new ImportLine.Rejected("This is not a web address: " + shown(url) + ".", known, "");
    }
    if (!scheme.group(1).equalsIgnoreCase("http") && !scheme.group(1).equalsIgnoreCase("https")) {
      return new ImportLine.Skipped(url, Skip.NOT_WEB);
    }
    Supplied read = told.apply(Supplied.of(url));
    return read.titled(title(read.title(), url));
  }

  // An address that stands in for a title says nothing.
  private static @Nullable String title(@Nullable String title, String url) {
    String words = words(title);
    return words == null || words.equals(url) ? null : String.join(" ", words.split("\\s+"));
  }

  /// The text without white space around it, or null if there is nothing else.
  static @Nullable String words(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /// The notes that say something, in the order given, each once.
  static List<Words> notes(@Nullable String... texts) {
    return Arrays.stream(texts)
        .map(Links::words)
        .filter(Objects::nonNull)
        .distinct()
        .map(Words::of)
        .toList();
  }

  /// The words as an excerpt without a comment; none if there are no words.
  static List<Quote> quotes(@Nullable String text) {
    String quote = words(text);
    return quote == null ? List.of() : List.of(Quote.of(quote, null));
  }

  /// The labels that can be tags, each once.
  static List<Tag> tags(Stream<String> labels) {
    return labels.flatMap(label -> Tags.parse(label).stream()).distinct().toList();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String shown(String url) {
    String line = Characters.oneLine(url);
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
