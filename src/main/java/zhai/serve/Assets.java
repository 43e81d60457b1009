package zhai.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import zhai.exchange.Resources;
import zhai.model.Bytes;

/// The files that pages are made with: our own, and of two libraries exactly what is needed. They
/// come out of the program's jars; KaTeX sets formulas, highlight.js colours listings.
final class Assets {
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final String KATEX = WEBJARS + "katex/0.18.11/dist/";
  private static final String HIGHLIGHT = WEBJARS + "highlightjs/11.11.1/";

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private final Map<String, Optional<Bytes>> read = new ConcurrentHashMap<>();

  Reply ofUs(Asked asked) {
    return file(asked, asked.place("name"), "assets/" + asked.place("name"));
  }

  Reply ofKatex(Asked asked) {
    String name = asked.place("name");
    boolean needed = name.equals("katex.min.js") || name.equals("katex.min.css");
    return file(asked, name, needed ? KATEX + name : "");
  }

  Reply katexFont(Asked asked) {
    String name = asked.place("name");
    return file(asked, name, name.endsWith(".woff2") ? KATEX + "fonts/" + name : "");
  }

  Reply ofHighlight(Asked asked) {
    String name = asked.place("name");
    return file(asked, name, name.equals("highlight.js") ? HIGHLIGHT + name : "");
  }

  /// Names hold no slash, since a route's place holds none, and no second dot that leads upwards.
  private Reply file(Asked asked, String name, String resource) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || resource.isEmpty() || !name.matches("[A-Za-z0-9_-]++(?:\\.[a-z0-9]++)++")) {
      throw missing(name);
    }
    Bytes bytes = read.computeIfAbsent(resource, Assets::bytes).orElseThrow(() -> missing(name));
    String tag = "\"" + bytes.sha256().substring(0, 20) + "\"";
    boolean known = asked.known().equals(tag);
    return new Reply(known ? 304 : 200, type, known ? Reply.NOTHING : bytes, Map.of())
        .with("ETag", tag)
        .with("Cache-Control", "no-cache");
  }

  /// A file of this room.
  ///
  /// @throws HttpFailure if there is none
  static Bytes ours(String name) {
    return bytes(name).orElseThrow(() -> missing(name));
  }

  private static HttpFailure missing(String name) {
    return new HttpFailure(404, "there is no file " + name);
  }

  private static Optional<Bytes> bytes(String resource) {
    if (resource.equals("assets/lists.css")) {
      return Optional.of(Bytes.ofUtf8(Resources.read("writer/reading-list.css")));
    }
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(Bytes.of(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
