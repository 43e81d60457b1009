package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Remark;

/// Linkwarden's backup: the user with `collections`, each with its `links`. Collections become
/// tags, with those around them; a pinned link is a starred one.
public final class LinkwardenJson implements ImportReader {
  private static final String COLLECTIONS = "collections";

  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return shape.has(COLLECTIONS)
        && (shape.itemHas("links") || shape.itemHas("name", "ownerId") || shape.has("username"));
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Shelves shelves = Shelves.of(in, COLLECTIONS);
    try (Reader text = in.text()) {
      JsonTree tree = JsonTree.of(text);
      tree.eachItem(
          Set.of(COLLECTIONS),
          node -> {
            JsonItem collection = new JsonItem(node);
            for (JsonItem link : collection.items("links")) {
              sink.accept(
                  new Place(in.name(), tree.lineOf(link.node())),
                  item(link, around(collection, shelves)));
            }
          });
      tree.complain(in, sink);
    }
  }

  private static List<String> around(JsonItem collection, Shelves shelves) {
    String id = collection.words("id", "name");
    return id == null ? List.of() : shelves.above(id);
  }

  private static ImportLine item(JsonItem link, List<String> collections) {
    return Links.read(
        link.words("url"),
        it ->
            Remark.on(
                    it.noted(Links.notes(link.words("description"))),
                    link.items("highlights").stream().map(LinkwardenJson::remark))
                .titled(link.words("name"))
                .tagged(Links.tags(Stream.concat(collections.stream(), link.labels("tags"))))
                .standing(
                    new Standing(
                        link.time("createdAt", "importDate"),
                        null,
                        null,
                        !link.items("pinnedBy").isEmpty())));
  }

  private static Remark remark(JsonItem it) {
    return new Remark(it.words("text"), it.words("comment"), it.time("createdAt"));
  }
}
