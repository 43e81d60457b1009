package zhai.survival;

import static zhai.survival.Sending.head;
import static zhai.survival.Sending.whole;

import java.util.ArrayList;
import java.util.List;

/// Answers that send on to where nobody can follow.
final class BadRedirects {
  private static final int KIB = 1024;

  private BadRedirects() {}

  static List<BadAnswer> all() {
    List<BadAnswer> all = new ArrayList<>(chains());
    all.addAll(oddPlaces());
    return all;
  }

  private static List<BadAnswer> chains() {
    List<BadAnswer> all = new ArrayList<>();
    for (String scheme :
        List.of(
            "file:///etc/passwd",
            "ftp://example.org/",
            "data:text/html,x",
            "javascript:alert(1)",
            "mailto:a@b.c",
            "http:///",
            "http://",
            "http://[::1",
            "http://a b/",
            "http://127.0.0.1:0/",
            "http://127.0.0.1:65536/",
            "http://0x7f.1/")) {
      all.add(
          redirects(
              "to-" + all.size() + scheme.replaceAll("[^a-z0-9]+", "-"),
              "unreachable",
              "no web page",
              scheme));
    }
    for (int i = 1; i <= 21; i++) {
      all.add(
          redirects(
              "hop-" + i,
              "unsupported|unreachable",
              "more than 10 redirects|hang|end",
              "/hop-" + (i + 1)));
    }
    return all;
  }

  private static List<BadAnswer> oddPlaces() {
    return List.of(
        redirects("round", "unreachable", "circle", "/round"),
        redirects("there", "unreachable", "circle", "/and-back"),
        redirects("and-back", "unreachable", "circle", "/there"),
        redirects("to-a-megabyte", "unsupported|unreachable", "", "/" + "x".repeat(KIB * KIB)),
        redirects("to-nine-kilobytes", "unsupported", "an address of", "/" + "x".repeat(9 * KIB)),
        redirects("to-nothing", "unreachable", "circle|where to", ""),
        redirects("to-bent-escapes", "unreachable", "", "/gone%zz?%=%&[]{}|^`\\<>\"#%"),
        redirects("to-bytes", "unreachable", "", "/\u00e9\u00ff\u0080?\u00ff"),
        new BadAnswer(
            "to-nowhere",
            "unreachable",
            "where to",
            whole(head("HTTP/1.1 302 Found"), new byte[0])),
        new BadAnswer(
            "to-two-places",
            "read|unreachable",
            "",
            whole(
                head("HTTP/1.1 302 Found", "Location: /no-type", "Location: file:///etc/passwd"),
                new byte[0])),
        new BadAnswer(
            "not-modified-unasked",
            "refused|unreachable|empty",
            "",
            whole(head("HTTP/1.1 304 Not Modified"), new byte[0])));
  }

  private static BadAnswer redirects(String name, String verdict, String said, String location) {
    return new BadAnswer(
        name,
        verdict,
        said,
        whole(
            head("HTTP/1.1 302 Found", "Location: " + location, "Content-Length: 0"), new byte[0]));
  }
}
