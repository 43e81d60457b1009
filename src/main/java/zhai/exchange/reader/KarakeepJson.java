package zhai.exchange.reader;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.model.ReadingState;

/// Karakeep's export (Hoarder's, too), and what its programming interface answers: `bookmarks`,
/// each with a `content` that is a link, an uploaded file or a text. A text without a page is
/// skipped. The lists that a bookmark is in become tags, with those around them.
public final class KarakeepJson implements ImportReader {
  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return shape.has("bookmarks") && shape.itemHas("content", "createdAt", "tags");
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Shelves lists = Shelves.of(in, "lists");
    JsonTree.read(in, sink, Set.of("bookmarks"), link -> item(link, lists));
  }

  private static ImportLine item(JsonItem link, Shelves lists) {
    JsonItem content = link.item("content");
    Stream<String> shelves = link.labels("lists").flatMap(id -> lists.above(id).stream());
    return Links.read(
        content.words("url", "sourceUrl"),
        it ->
            it.titled(link.words("title") == null ? content.words("title") : link.words("title"))
                .tagged(Links.tags(Stream.concat(shelves, link.labels("tags"))))
                .noted(Links.notes(link.words("note")))
                .standing(
                    new Standing(
                        link.time("createdAt"),
                        null,
                        link.says("archived") ? ReadingState.READ : null,
                        link.says("favourited"))));
  }
}
