package zhai.exchange.reader;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Words;
import zhai.exchange.ImportReader;
import zhai.exchange.Remark;

/// A JSON list of anybody's, also of zhai's own, whose objects have a key `url` (or `link`,
/// `href`): what the other keys are is told by their names, as with a table.
public final class JsonReader implements ImportReader {
  private static final String[] ADDRESS = {"url", "link", "href", "uri"};

  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return beginning.text().stripLeading().startsWith("[")
        && Stream.of(ADDRESS).anyMatch(shape::itemHas);
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    JsonTree.read(in, sink, Set.of(), JsonReader::item);
  }

  private static ImportLine item(JsonItem link) {
    Stream<String> labels =
        Stream.of("tags", "labels", "tag_names", "keywords").flatMap(key -> labels(link, key));
    return Links.read(
        link.words(ADDRESS),
        it ->
            Remark.on(it.noted(notes(link)), remarks(link))
                .titled(link.words("title", "name"))
                .tagged(Links.tags(labels))
                .standing(
                    new Standing(
                        link.time("added", "created", "created_at", "createdAt", "date_added"),
                        link.time("read", "read_at"),
                        StateWords.read(link.words("state", "status")),
                        link.says("starred") || link.says("favorite"))));
  }

  // A list, or one string with commas in it.
  private static Stream<String> labels(JsonItem link, String key) {
    String all = link.words(key);
    return all == null ? link.labels(key) : Stream.of(all.split("[,，]"));
  }

  private static List<Words> notes(JsonItem link) {
    Stream<Words> listed =
        link.items("notes").stream()
            .flatMap(it -> words(it, "text").map(text -> new Words(text, it.time("added"))));
    Stream<Words> single =
        Stream.of("notes", "note", "comment", "description")
            .flatMap(key -> Links.notes(link.words(key)).stream());
    return Stream.concat(single, listed).toList();
  }

  private static Stream<Remark> remarks(JsonItem link) {
    return Stream.of("excerpts", "highlights")
        .flatMap(key -> link.items(key).stream())
        .map(it ->
            new Remark(
                words(it, "quote", "text").findFirst().orElse(null),
                it.words("comment", "note"),
                it.time("added", "created", "created_at")));
  }

  // An element is the words themselves, or an object that has them under a key.
  private static Stream<String> words(JsonItem element, String... keys) {
    String own = element.node().isTextual() ? Links.words(element.node().textValue()) : null;
    String words = own == null ? element.words(keys) : own;
    return words == null ? Stream.empty() : Stream.of(words);
  }
}
