package zhai.exchange.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Times;

/// CSL-JSON, in which Zotero, Mendeley and Pandoc exchange references: a list of works, or (Better
/// BibTeX) an object with them under `items`.
public final class CslJson implements ImportReader {

  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return shape.itemHas("type")
        && Stream.of("issued", "container-title", "URL", "DOI", "accessed", "citation-key")
            .anyMatch(shape::itemHas);
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    JsonTree.read(in, sink, Set.of("items"), CslJson::line);
  }

  private static ImportLine line(JsonItem item) {
    Reference.Builder reference = new Reference.Builder();
    reference.title(orEmpty(item.words("title")));
    reference.address(orEmpty(item.words("URL")));
    reference.doi(orEmpty(item.words("DOI")));
    item.items("author").forEach(it -> reference.author(name(it)));
    reference.container(orEmpty(item.words("container-title", "publisher", "source")));
    reference.language(orEmpty(item.words("language")));
    reference.published(Times.dayIn(date(item.item("issued"))));
    reference.addedAt(Times.in(date(item.item("accessed"))));
    Arrays.stream(orEmpty(item.words("keyword")).split("[,;]")).forEach(reference::keyword);
    Stream.of("abstract", "note", "annote")
        .map(item::words)
        .filter(Objects::nonNull)
        .forEach(reference::note);
    return reference.build().line();
  }

  // Names in Chinese characters go without a comma, family name first.
  private static String name(JsonItem name) {
    String literal = name.words("literal");
    if (literal != null) {
      return literal;
    }
    String family = orEmpty(name.words("family"));
    String given = orEmpty(name.words("given"));
    boolean han = family.codePoints().anyMatch(Character::isIdeographic);
    return (han ? family + given : given + " " + family).strip();
  }

  // {"date-parts": [[2020, 1, 2]]}, {"raw": "2020-01-02"}
  private static String date(JsonItem date) {
    JsonNode parts = date.node().path("date-parts").path(0);
    String raw = date.words("raw", "literal");
    return raw != null && parts.isMissingNode()
        ? raw
        : StreamSupport.stream(parts.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("-"));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
