package zhai.exchange.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.exchange.Times;
import zhai.model.Bytes;
import zhai.model.PageDate;
import zhai.model.ReadingState;

/// What Omnivore gave its users when it closed: `metadata_0_to_20.json`, a list of pages;
/// `highlights/SLUG.md`, what they marked; `content/SLUG.html`, the pages as it had read them.
///
/// The archive is gone through twice, as the contents may stand before what they belong to: once
/// for lists and highlights, once for the contents, of which one at a time is held.
public final class OmnivoreZip implements ImportReader {
  private static final Pattern LIST = Pattern.compile("(?:[^/]*/)?metadata_[^/]*\\.json");
  private static final Pattern MARKED = Pattern.compile("(?:[^/]*/)?highlights/([^/]+)\\.md");
  private static final Pattern CONTENT = Pattern.compile("(?:[^/]*/)?content/([^/]+)\\.html");

  /// A list's name in the zip, or at the zip's very beginning one of the folders.
  private static final Pattern BEGINNING =
      Pattern.compile(
          "PK\u0003\u0004.{26}(?:[^/]{1,99}/)?metadata_\\d+_to_\\d+\\.json"
              + "|\\APK\u0003\u0004.{26}(?:content/[^/]+\\.html|highlights/[^/]+\\.md)",
          Pattern.DOTALL);

  /// Lists and highlights are kept until the end.
  private static final int MAX_KEPT_BYTES = 48 << 20;

  @Override
  public boolean recognises(Beginning beginning) {
    String bytes = beginning.bytes();
    return beginning.isZip() && BEGINNING.matcher(bytes).find();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Reading reading = new Reading(in.name(), sink);
    try {
      ZipWalk.walk(in, reading::collect);
      ZipWalk.walk(in, reading::handOver);
      reading.handOverRest();
    } catch (BrokenArchiveException e) {
      reading.handOverRest();
      String reason = "The archive can't be read to its end: " + e.getMessage() + ".";
      sink.accept(new Place(in.name(), 0), ImportLine.Rejected.of(reason));
    }
  }

  /// A page of the lists.
  private record Item(Place place, ImportLine line) {
    private Item with(OmnivoreHighlights marked) {
      if (line instanceof ImportLine.Supplied page) {
        return new Item(
            place,
            page.quoting(marked.quotes())
                .noted(marked.notes())
                .tagged(Stream.concat(page.tags().stream(), marked.tags().stream()).toList()));
      }
      return this;
    }
  }

  private static final class Reading {
    private final String archive;
    private final Sink sink;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, String> marked = new LinkedHashMap<>();
    private long keptBytes;

    Reading(String archive, Sink sink) {
      this.archive = archive;
      this.sink = sink;
    }

    private Place placeOf(String name) {
      return new Place(archive + "!/" + name, 0);
    }

    void collect(String name, InputStream in) throws IOException {
      Matcher highlights = MARKED.matcher(name);
      if (LIST.matcher(name).matches()) {
        readList(name, kept(in));
      } else if (highlights.matches()) {
        marked.put(highlights.group(1), new String(kept(in), StandardCharsets.UTF_8));
      }
    }

    private byte[] kept(InputStream in) throws IOException {
      byte[] bytes = in.readNBytes(MAX_KEPT_BYTES);
      keptBytes += bytes.length;
      if (keptBytes >= MAX_KEPT_BYTES) {
        throw new BrokenArchiveException("its lists are longer than any that Omnivore wrote");
      }
      return bytes;
    }

    private void readList(String name, byte[] json) throws IOException {
      ImportFile list = new ImportFile(archive + "!/" + name, () -> new ByteArrayInputStream(json));
      JsonTree tree = JsonTree.of(list.text());
      tree.eachItem(
          Set.of(),
          node -> {
            JsonItem item = new JsonItem(node);
            Place place = new Place(list.name(), tree.lineOf(node));
            String slug = item.words("slug");
            Item read = new Item(place, line(item));
            if (slug == null || items.putIfAbsent(slug, read) != null) {
              sink.accept(place, read.line());
            }
          });
      tree.complain(list, sink);
    }

    void handOver(String name, InputStream in) throws IOException {
      Matcher content = CONTENT.matcher(name);
      if (!content.matches()) {
        return;
      }
      Item item = take(content.group(1));
      if (item == null) {
        String reason = "No list in the archive has the address of this page.";
        sink.accept(placeOf(name), ImportLine.Rejected.of(reason));
      } else if (item.line() instanceof ImportLine.Supplied page) {
        byte[] body = in.readNBytes(Unpacking.MAX_PAGE_BYTES + 1);
        sink.accept(item.place(), paged(page, body));
      } else {
        sink.accept(item.place(), item.line());
      }
    }

    // A page that is too large is still a bookmark.
    private static ImportLine paged(ImportLine.Supplied page, byte[] body) {
      if (body.length > Unpacking.MAX_PAGE_BYTES) {
        return new ImportLine.Rejected(Pages.TOO_LARGE, page, "");
      }
      boolean isBlank = new String(body, StandardCharsets.UTF_8).isBlank();
      return isBlank
          ? page
          : page.paged(Pages.html(page, Bytes.of(body), "text/html; charset=utf-8"));
    }

    private @Nullable Item take(String slug) {
      Item item = items.remove(slug);
      String highlights = item == null ? null : marked.remove(slug);
      return item == null || highlights == null
          ? item
          : item.with(OmnivoreHighlights.read(highlights));
    }

    /// The pages whose content isn't there, and highlights of no page.
    void handOverRest() {
      for (String slug : List.copyOf(items.keySet())) {
        Item item = take(slug);
        if (item != null) {
          sink.accept(item.place(), item.line());
        }
      }
      marked.forEach((slug, text) ->
          sink.accept(
              placeOf("highlights/" + slug + ".md"),
              new ImportLine.Rejected(
                  "No list in the archive has the page of these highlights.", null, text)));
      marked.clear();
    }
  }

  private static ImportLine line(JsonItem item) {
    if ("deleted".equalsIgnoreCase(item.words("state"))) {
      String url = item.words("url");
      return new ImportLine.Skipped(url == null ? "" : url, Skip.TRASHED);
    }
    String published = item.words("publishedAt");
    PageDate day = published == null ? null : Times.dayIn(published);
    return Links.read(
        item.words("url"),
        page ->
            page.titled(item.words("title"))
                .stating(new ImportLine.Facts(item.words("author"), null, null, day))
                .tagged(Links.tags(item.labels("labels")))
                .standing(new Standing(item.time("savedAt"), null, state(item), false)));
  }

  // Archived is Omnivore's word for done with.
  private static ReadingState state(JsonItem item) {
    String state = item.words("state");
    boolean archived = state != null && state.toLowerCase(Locale.ROOT).equals("archived");
    return archived ? ReadingState.READ : ReadingState.UNREAD;
  }
}
