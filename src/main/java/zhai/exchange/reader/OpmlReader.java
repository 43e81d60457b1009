package zhai.exchange.reader;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Times;
import zhai.exchange.reader.TagScanner.Tag;
import zhai.url.ShareText;

/// OPML: outlines in outlines, as feed readers and outliners write them. An outline with an address
/// is a bookmark: the site of a feed (`htmlUrl`) before the feed itself, or what its text holds;
/// one without is a folder.
public final class OpmlReader implements ImportReader {
  private static final int HEAD = 2_000;

  @Override
  public boolean recognises(Beginning beginning) {
    String text = beginning.text().stripLeading();
    return text.startsWith("<")
        && text.substring(0, Math.min(HEAD, text.length()))
            .toLowerCase(Locale.ROOT)
            .contains("<opml");
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    try (Reader text = in.text()) {
      TagScanner scanner = new TagScanner(text);
      Folders folders = new Folders();
      for (var piece = scanner.next(); piece != null; piece = scanner.next()) {
        if (piece instanceof Tag tag && tag.name().equals("/outline")) {
          folders.leave();
        } else if (piece instanceof Tag tag && tag.name().equals("outline")) {
          String url = address(tag);
          if (!url.isEmpty()) {
            sink.accept(new Place(in.name(), tag.line()), item(tag, url, folders.names()));
          }
          if (!tag.isClosed()) {
            folders.enter(url.isEmpty() ? name(tag) : null);
          }
        }
      }
    }
  }

  private static String address(Tag outline) {
    return Stream.of("htmlurl", "url", "xmlurl")
        .map(outline::value)
        .filter(it -> !it.isBlank())
        .findFirst()
        .or(() -> ShareText.urlsIn(outline.value("text")).stream().findFirst())
        .orElse("");
  }

  private static String name(Tag outline) {
    String title = outline.value("title");
    return title.isBlank() ? outline.value("text") : title;
  }

  private static ImportLine item(Tag outline, String url, List<String> folders) {
    Stream<String> categories = Stream.of(outline.value("category").split("[,/]"));
    return Links.read(
        url,
        it ->
            it.titled(Links.words(name(outline).replace(url, "")))
                .tagged(Links.tags(Stream.concat(folders.stream(), categories)))
                .noted(Links.notes(outline.value("_note")))
                .standing(Standing.added(Times.parse(outline.value("created")))));
  }
}
