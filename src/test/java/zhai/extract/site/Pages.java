package zhai.extract.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import zhai.extract.ContentWriter;
import zhai.extract.Page;
import zhai.extract.SiteReader;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Found;
import zhai.model.Bytes;
import zhai.model.Content;
import zhai.model.Snapshot;

/// The fixtures of this package as pages, and what the readers make of them.
final class Pages {
  private Pages() {}

  static Page load(String file, String address) {
    String text = read(file);
    Bytes bytes = Bytes.ofUtf8(text);
    Snapshot snapshot =
        new Snapshot(address, Snapshot.Origin.HANDED_OVER, 0, List.of(), bytes, Instant.EPOCH);
    if (file.endsWith(".html")) {
      return new Page.Html(snapshot, Jsoup.parse(text, address));
    }
    try {
      return new Page.Json(snapshot, new ObjectMapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SiteReading reading(String file, String address) {
    Page page = load(file, address);
    SiteReader reader =
        SiteReaders.all().stream().filter(known -> known.knows(page)).findFirst().orElseThrow();
    return reader.read(page);
  }

  static Found found(String file, String address) {
    if (reading(file, address) instanceof Found found) {
      return found;
    }
    throw new AssertionError(file + " was not read: " + reading(file, address));
  }

  static Content content(String file, String address) {
    Found found = found(file, address);
    return ContentWriter.write(found.content(), found.content().baseUri());
  }

  private static String read(String file) {
    try (InputStream stream = Objects.requireNonNull(Pages.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
