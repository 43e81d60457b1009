package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.exchange.Times;

/// The file `Bookmarks` in the profile of Chrome and its kin (Edge, Brave, Vivaldi): a tree of
/// folders below `roots`, times in microseconds since 1601.
public final class ChromeJson implements ImportReader {
  // Vivaldi keeps what was removed in a root of its own.
  private static final String TRASH = "trash";

  @Override
  public boolean recognises(Beginning beginning) {
    JsonShape shape = JsonShape.of(beginning);
    return shape.has("roots") && (shape.has("bookmark_bar") || shape.has("checksum"));
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    try (Reader text = in.text()) {
      JsonTree tree = JsonTree.of(text);
      JsonItem roots = new JsonItem(tree.whole()).item("roots");
      Walk walk = new Walk(in, tree, sink);
      roots
          .node()
          .properties()
          .forEach(root -> walk.children(new JsonItem(root.getValue()), root.getKey()));
      tree.complain(in, sink);
    }
  }

  private record Walk(ImportFile in, JsonTree tree, Sink sink, Folders folders) {
    Walk(ImportFile in, JsonTree tree, Sink sink) {
      this(in, tree, sink, new Folders());
    }

    void children(JsonItem folder, String root) {
      for (JsonItem child : folder.items("children")) {
        if (child.node().has("url")) {
          sink.accept(new Place(in.name(), tree.lineOf(child.node())), item(child, root));
        } else {
          folders.enter(child.words("name"));
          children(child, root);
          folders.leave();
        }
      }
    }

    private ImportLine item(JsonItem link, String root) {
      String url = link.words("url");
      if (root.equals(TRASH)) {
        return new ImportLine.Skipped(url == null ? "" : url, Skip.TRASHED);
      }
      return Links.read(
          url,
          it ->
              it.titled(link.words("name"))
                  .tagged(Links.tags(folders.names().stream()))
                  .noted(Links.notes(link.item("meta_info").words("Description")))
                  .standing(Standing.added(Times.sinceWindows(link.words("date_added")))));
    }
  }
}
