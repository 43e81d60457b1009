package zhai.exchange.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ImportLine;
import zhai.exchange.Skip;
import zhai.exchange.Tags;
import zhai.exchange.WebLinks;
import zhai.model.PageDate;
import zhai.model.ReadingState;

/// What Zotero and other reference managers keep of a work, in whichever of their formats.
///
/// @param title empty if there is none
/// @param addresses what is given as one, in the order of the file; perhaps none is on the web
/// @param doi as given, with or without what usually stands before it; empty if there is none
/// @param language empty if there is none
/// @param notes the user's and the abstract; HTML where a program writes its notes so
/// @param state null if the file doesn't say
record Reference(
    String title,
    List<String> addresses,
    String doi,
    List<String> authors,
    String container,
    String language,
    @Nullable PageDate published,
    List<String> keywords,
    List<String> notes,
    @Nullable Instant addedAt,
    @Nullable ReadingState state) {
  private static final Pattern DOI =
      Pattern.compile("^(?:https?://(?:dx\\.)?doi\\.org/|doi:)?\\s*(10\\.\\d.*)$", flags());
  private static final Pattern HTML = Pattern.compile("</?(?:p|div|span|br|h\\d|ul|ol)\\b[^>]*>");
  private static final Pattern INLINE =
      Pattern.compile("</?(?:i|b|em|strong|sub|sup|span)\\b[^>]*>");
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*+");

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  /// The work as a bookmark: at its web address, else where its DOI leads. A work without either is
  /// skipped.
  ImportLine line() {
    String address = address();
    if (address == null) {
      String shown = addresses.isEmpty() ? title : addresses.getFirst();
      return new ImportLine.Skipped(shown, addresses.isEmpty() ? Skip.NO_ADDRESS : Skip.NOT_WEB);
    }
    return ImportLine.Supplied.of(address)
        .titled(title.isBlank() ? null : INLINE.matcher(title).replaceAll("").strip())
        .stating(facts())
        .tagged(keywords.stream().flatMap(label -> Tags.parse(label).stream()).toList())
        .noted(words())
        .standing(new ImportLine.Standing(addedAt, null, state, false));
  }

  private @Nullable String address() {
    return addresses.stream()
        .map(String::strip)
        .filter(WebLinks::isWeb)
        .findFirst()
        .or(() -> DOI.matcher(doi.strip()).results().map(it -> ofDoi(it.group(1))).findFirst())
        .orElse(null);
  }

  // A DOI may hold what means something else in an address.
  private static String ofDoi(String doi) {
    return "https://doi.org/"
        + doi.strip()
            .replace("%", "%25")
            .replace("#", "%23")
            .replace("?", "%3F")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace(" ", "%20");
  }

  private ImportLine.Facts facts() {
    String byline = String.join(", ", authors);
    return new ImportLine.Facts(
        byline.isBlank() ? null : byline,
        container.isBlank() ? null : container.strip(),
        languageTag(),
        published);
  }

  // A tag (`zh-CN`), or the name of a language in English.
  private @Nullable String languageTag() {
    String tag = language.strip().replace('_', '-');
    return LANGUAGE.matcher(tag).matches()
        ? tag
        : Arrays.stream(Locale.getISOLanguages())
            .filter(it -> Locale.of(it).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(tag))
            .findFirst()
            .orElse(null);
  }

  private List<ImportLine.Words> words() {
    return notes.stream()
        .map(Reference::plain)
        .filter(note -> !note.isBlank())
        .distinct()
        .map(ImportLine.Words::of)
        .toList();
  }

  /// The note's text, a line a paragraph where it is HTML.
  private static String plain(String note) {
    if (!HTML.matcher(note).find()) {
      return note.strip();
    }
    var body = Jsoup.parse(note).body();
    body.select("br").before("\n");
    body.select("p, div, h1, h2, h3, li").append("\n");
    return body.wholeText().replaceAll("[ \\t]*\\R[\\s]*", "\n").strip();
  }

  /// Collects what the lines of a record say, in their order.
  static final class Builder {
    private final List<String> addresses = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private final List<String> keywords = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String title = "";
    private String doi = "";
    private String container = "";
    private String language = "";
    private @Nullable PageDate published;
    private @Nullable Instant addedAt;
    private @Nullable ReadingState state;

    /// The first title that is given.
    Builder title(String value) {
      title = title.isBlank() ? value.strip() : title;
      return this;
    }

    Builder address(String value) {
      if (!value.isBlank()) {
        addresses.add(value.strip());
      }
      return this;
    }

    Builder doi(String value) {
      doi = doi.isBlank() ? value.strip() : doi;
      return this;
    }

    Builder author(String value) {
      if (!value.isBlank()) {
        authors.add(value.strip());
      }
      return this;
    }

    Builder container(String value) {
      container = container.isBlank() ? value.strip() : container;
      return this;
    }

    Builder language(String value) {
      language = value.strip();
      return this;
    }

    /// @param value null if it can't be understood, and an earlier one stays
    Builder published(@Nullable PageDate value) {
      published = published == null ? value : published;
      return this;
    }

    Builder keyword(String value) {
      keywords.add(value);
      return this;
    }

    Builder note(String value) {
      notes.add(value);
      return this;
    }

    /// @param value null if it can't be understood, and an earlier one stays
    Builder addedAt(@Nullable Instant value) {
      addedAt = addedAt == null ? value : addedAt;
      return this;
    }

    Builder state(ReadingState value) {
      state = value;
      return this;
    }

    Reference build() {
      return new Reference(
          title,
          List.copyOf(addresses),
          doi,
          List.copyOf(authors),
          container,
          language,
          published,
          List.copyOf(keywords),
          List.copyOf(notes),
          addedAt,
          state);
    }
  }
}
