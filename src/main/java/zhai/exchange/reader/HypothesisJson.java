package zhai.exchange.reader;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Quote;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportLine.Words;
import zhai.exchange.ImportReader;
import zhai.exchange.WebLinks;
import zhai.model.Surroundings;

/// Hypothesis annotations: what its client exports (`annotations`), or what its API answers
/// (`rows`, or a list).
///
/// An annotation with a quote is an excerpt with what stood around it, and the words about it are
/// its comment; one without (a page note, a reply) is a note. All annotations of a page are one
/// bookmark. A page that has no web address (a PDF on the disk) is kept as a book is.
public final class HypothesisJson implements ImportReader {
  private static final Set<String> LISTS = Set.of("annotations", "rows");

  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return shape.itemHas("uri", "target") || shape.has("export_userid", "annotations");
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Gathering gathering = new Gathering();
    JsonTree.read(in, gathering.before(sink), LISTS, HypothesisJson::line);
    gathering.handTo(sink);
  }

  private static ImportLine line(JsonItem item) {
    String title = title(item);
    Optional<String> address =
        Stream.concat(Stream.of(item), item.items("target").stream())
            .map(it -> it.words("uri", "source"))
            .filter(Objects::nonNull)
            .filter(WebLinks::isWeb)
            .findFirst();
    if (address.isEmpty() && title != null) {
      return said(Supplied.ofBook(title, null), item);
    }
    return Links.read(
        address.orElse(item.words("uri")), bookmark -> said(bookmark.titled(title), item));
  }

  private static Supplied said(Supplied bookmark, JsonItem item) {
    String words = item.words("text");
    Quote quote = quote(item, words);
    Supplied said =
        bookmark
            .tagged(Links.tags(item.labels("tags")))
            .standing(Standing.added(item.time("created")));
    if (quote != null) {
      return said.quoting(List.of(quote));
    }
    return words == null ? said : said.noted(List.of(new Words(words, item.time("created"))));
  }

  private static @Nullable Quote quote(JsonItem item, @Nullable String comment) {
    return item.items("target").stream()
        .flatMap(target -> target.items("selector").stream())
        .filter(selector -> "TextQuoteSelector".equals(selector.words("type")))
        .filter(selector -> !exact(selector).isBlank())
        .map(it -> new Quote(exact(it), comment, around(it), item.time("created")))
        .findFirst()
        .orElse(null);
  }

  private static String exact(JsonItem selector) {
    return selector.node().path("exact").asText("");
  }

  private static Surroundings around(JsonItem selector) {
    String before = selector.node().path("prefix").asText("");
    String after = selector.node().path("suffix").asText("");
    return new Surroundings(
        before.substring(Math.max(0, before.length() - Surroundings.MAX_LENGTH)),
        after.substring(0, Math.min(after.length(), Surroundings.MAX_LENGTH)));
  }

  // {"title": ["…"]}, or a string.
  private static @Nullable String title(JsonItem item) {
    JsonItem document = item.item("document");
    String title = document.words("title");
    return title != null ? title : Links.words(document.node().path("title").path(0).asText(""));
  }
}
