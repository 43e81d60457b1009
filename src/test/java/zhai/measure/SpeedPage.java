package zhai.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// A page as both sides get it: decoded by the charset that it is truly in.
///
/// @param file the page in UTF-8
record SpeedPage(String id, String url, Path file, Snapshot snapshot) {

  /// The pages of a set, or of a folder whose `manifest.jsonl` names files with `url` and
  /// `actual_charset`; those that are HTML.
  ///
  /// @param work where the decoded pages are put
  static List<SpeedPage> of(Path folder, Path work) throws IOException {
    Files.createDirectories(work);
    List<SpeedPage> pages = new ArrayList<>();
    if (Files.exists(folder.resolve("gold.jsonl"))) {
      GoldSet set = GoldSet.open(folder);
      for (GoldPage page : set.pages()) {
        String html = decoded(set.bytes(page).toArray(), page.encoding());
        pages.add(of(work.resolve(page.id() + ".html"), page.url(), html));
      }
      return pages;
    }
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode page = json.readTree(line);
      String name = page.path("file").asText();
      if (name.endsWith(".html")) {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        String html = decoded(bytes, page.path("actual_charset").asText());
        pages.add(of(work.resolve(name), page.path("url").asText(), html));
      }
    }
    return pages;
  }

  private static SpeedPage of(Path file, String url, String html) {
    try {
      Files.writeString(file, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var type = new Snapshot.Header("Content-Type", "text/html; charset=utf-8");
    Snapshot snapshot =
        new Snapshot(
            url, Snapshot.Origin.HANDED_OVER, 0, List.of(type), Bytes.ofUtf8(html), Instant.EPOCH);
    String id = file.getFileName().toString().replace(".html", "");
    return new SpeedPage(id, url, file, snapshot);
  }

  private static String decoded(byte[] bytes, String charset) {
    String html = new String(bytes, Charset.forName(charset));
    return html.startsWith("\ufeff") ? html.substring(1) : html;
  }
}
