package zhai.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import zhai.model.Bytes;

/// A folder of pages and of what is known of them.
public record GoldSet(Path folder, List<GoldPage> pages) {

  public static GoldSet open(Path folder) {
    try {
      ObjectMapper json = new ObjectMapper();
      List<GoldPage> pages = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
        if (!line.isBlank()) {
          pages.add(GoldPage.of(json.readTree(line)));
        }
      }
      return new GoldSet(folder, pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The page's bytes as they came.
  public Bytes bytes(GoldPage page) {
    Path plain = folder.resolve("html").resolve(page.id() + ".html");
    Path packed = folder.resolve("html").resolve(page.id() + ".html.gz");
    try (InputStream in =
        Files.exists(plain)
            ? Files.newInputStream(plain)
            : new GZIPInputStream(Files.newInputStream(packed))) {
      return Bytes.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
