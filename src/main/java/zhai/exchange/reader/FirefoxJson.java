package zhai.exchange.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;

/// A backup of Firefox's bookmarks as JSON (also as Firefox makes them by itself, compressed,
/// `.jsonlz4`): a tree of places. Tags stand with a bookmark, in older backups as folders of their
/// own below the root `tagsFolder`; what the user wrote about a bookmark stands in its annotations.
public final class FirefoxJson implements ImportReader {
  /// Firefox's own are a hundredth of it.
  private static final int MAX_PACKED_BYTES = 256 << 20;

  private static final String TAGS_ROOT = "tagsFolder";
  private static final String DESCRIPTION = "bookmarkProperties/description";

  @Override
  public boolean recognises(Beginning beginning) {
    if (MozLz4.begins(beginning.head().toArray())) {
      return true;
    }
    JsonShape shape = JsonShape.of(beginning);
    return shape.has("children", "title") && (shape.has("typeCode") || shape.has("type", "root"));
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    if (!MozLz4.begins(in.beginning().head().toArray())) {
      try (Reader text = in.text()) {
        read(in, text, sink);
      }
      return;
    }
    try (InputStream bytes = in.opening().open()) {
      byte[] packed = bytes.readNBytes(MAX_PACKED_BYTES + 1);
      Optional<byte[]> json =
          packed.length > MAX_PACKED_BYTES ? Optional.empty() : MozLz4.decompress(packed);
      if (json.isPresent()) {
        read(in, new StringReader(new String(json.get(), StandardCharsets.UTF_8)), sink);
      } else {
        sink.accept(new Place(in.name(), 0), ImportLine.Rejected.of("This backup is damaged."));
      }
    }
  }

  private static void read(ImportFile in, Reader text, Sink sink) throws IOException {
    JsonTree tree = JsonTree.of(text);
    JsonItem root = new JsonItem(tree.whole());
    Walk walk = new Walk(in, tree, sink);
    walk.gatherTags(root);
    walk.children(root);
    tree.complain(in, sink);
  }

  private record Walk(
      ImportFile in, JsonTree tree, Sink sink, Folders folders, Map<String, Set<String>> tags) {
    Walk(ImportFile in, JsonTree tree, Sink sink) {
      this(in, tree, sink, new Folders(), new HashMap<>());
    }

    void gatherTags(JsonItem root) {
      root.items("children").stream()
          .filter(Walk::holdsTags)
          .flatMap(it -> it.items("children").stream())
          .forEach(tag -> tag.items("children").forEach(place -> gather(tag, place)));
    }

    private void gather(JsonItem tag, JsonItem place) {
      String label = tag.words("title");
      String address = place.words("uri");
      if (label != null && address != null) {
        tags.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(label);
      }
    }

    void children(JsonItem folder) {
      for (JsonItem child : folder.items("children")) {
        if (child.node().has("uri")) {
          sink.accept(new Place(in.name(), tree.lineOf(child.node())), item(child));
        } else if (!holdsTags(child)) {
          folders.enter(child.node().has("root") ? null : child.words("title"));
          children(child);
          folders.leave();
        }
      }
    }

    private static boolean holdsTags(JsonItem folder) {
      return TAGS_ROOT.equals(folder.words("root"));
    }

    private ImportLine item(JsonItem place) {
      String url = place.words("uri");
      String own = place.words("tags");
      Stream<String> labels =
          Stream.of(
                  folders.names().stream(),
                  own == null ? Stream.<String>empty() : Stream.of(own.split("[,，]")),
                  tags.getOrDefault(url == null ? "" : url, Set.of()).stream())
              .flatMap(it -> it);
      return Links.read(
          url,
          it ->
              it.titled(place.words("title"))
                  .tagged(Links.tags(labels))
                  .noted(Links.notes(description(place)))
                  .standing(Standing.added(place.time("dateAdded"))));
    }

    private static @Nullable String description(JsonItem place) {
      return place.items("annos").stream()
          .filter(it -> DESCRIPTION.equals(it.words("name")))
          .map(it -> it.words("value"))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
  }
}
