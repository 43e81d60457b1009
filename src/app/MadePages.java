import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Pages of words that nobody ever used, half of them Chinese, and always the same: what commands
/// that work through a whole library are rehearsed with.
@SuppressWarnings("DefaultPackage") // beside a file that is run as it is
final class MadePages {
  /// Enough for the second compiler to have seen all that it is wanted for.
  private static final int TEXTS = 3_000;

  private static final int WEB_PAGES = 400;
  private static final int HOSTS = 50;

  /// Words in a paragraph, at most; in Chinese, clauses.
  private static final int LONG = 60;

  private static final int SHORT = 6;
  private static final int BLOCKS = 40;

  private final Random random = new Random(1);
  private boolean chinese;

  /// What the articles of web pages consist of, paragraphs most of all.
  private final List<Supplier<String>> blocks =
      List.of(
          this::paragraph,
          this::paragraph,
          this::paragraph,
          () -> "<h2>" + words(SHORT) + "</h2>" + paragraph(),
          () -> "<h3 id=\"s\">" + words(SHORT) + "</h3>" + paragraph(),
          () -> "<blockquote>" + paragraph() + "</blockquote>",
          () -> "<ul>" + repeated("<li>%s</li>") + "</ul>",
          () -> "<ol>" + repeated("<li><b>1</b> %s</li>") + "</ol>",
          () -> "<table>" + repeated("<tr><th>1</th><td>%s</td></tr>") + "</table>",
          () -> "<pre><code class=\"language-java\">\n" + words(SHORT) + ";\n</code></pre>",
          () ->
              "<figure><img src=\"/a.png\"><figcaption>" + words(SHORT) + "</figcaption></figure>",
          () -> "<div class=\"related\">" + repeated("<a href=\"/p/1\">%s</a>") + "</div>");

  private MadePages() {}

  /// Writes texts with titles as JSON lines.
  static void writeLines(Path file) throws IOException {
    MadePages made = new MadePages();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int page = 0; page < TEXTS; page++) {
        made.chinese = page % 2 == 0;
        out.write(
            "{\"url\":\"https://site%d.example.org/%d\",\"title\":\"%s\",\"text\":\"%s\"}%n"
                .formatted(page % HOSTS, page, made.words(SHORT), made.words(LONG)));
      }
    }
  }

  /// Writes web pages as a server would have sent them, in a web archive (WARC 1.0).
  static void writeArchive(Path file) throws IOException {
    MadePages made = new MadePages();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int page = 0; page < WEB_PAGES; page++) {
        made.chinese = page % 2 == 0;
        String answer =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + made.html();
        byte[] content = answer.getBytes(StandardCharsets.UTF_8);
        out.write(head(page, content.length).getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static String head(int page, int length) {
    return """
    WARC/1.0
    WARC-Type: response
    WARC-Target-URI: https://web%d.example.org/%d
    WARC-Date: 2026-01-04T12:00:00Z
    WARC-Record-ID: <urn:uuid:%s>
    Content-Type: application/http; msgtype=response
    Content-Length: %d

    """
        .formatted(page % HOSTS, page, new UUID(0, page), length)
        .replace("\n", "\r\n");
  }

  /// With what stands around an article: menus, links to other pages, styles, data for scripts.
  private String html() {
    String title = words(SHORT);
    return """
    <!DOCTYPE html>
    <html lang="%s"><head><meta charset="utf-8"><title>%s | %s</title>
    <meta name="description" content="%s"><meta property="og:type" content="article">
    <meta name="author" content="%s"><style>%s</style></head>
    <body class="post"><header><nav><ul>%s</ul></nav></header>
    <main><article><h1>%s</h1><p class="byline">%s <time datetime="2026-01-04">2026-01-04</time></p>
    %s</article></main>
    <section id="comments">%s</section><aside class="sidebar"><ul>%s</ul></aside>
    <footer><p>© 2026 %s</p></footer>
    <script type="application/json">["%s"]</script></body></html>
    """
        .formatted(
            chinese ? "zh-CN" : "en",
            title,
            words(1),
            words(SHORT),
            words(2),
            ".post{margin:0}".repeat(LONG),
            repeated("<li class=\"menu-item\"><a href=\"/p\">%s</a></li>"),
            title,
            words(2),
            several(BLOCKS, () -> blocks.get(random.nextInt(blocks.size())).get()),
            repeated("<div class=\"comment\"><p>%s</p></div>"),
            repeated("<li><a href=\"/q\">%s</a></li>"),
            words(2),
            words(LONG));
  }

  private String paragraph() {
    return "<p>%s<a href=\"/more\">%s</a> <em>%s</em>%s</p>\n"
        .formatted(words(LONG), words(2), words(1), words(SHORT));
  }

  private String repeated(String item) {
    return several(2 * SHORT, () -> item.formatted(words(SHORT)));
  }

  /// Some, at most so many.
  private String several(int most, Supplier<String> one) {
    return Stream.generate(one).limit(1 + random.nextInt(most)).collect(Collectors.joining("\n"));
  }

  private String words(int most) {
    int count = 1 + most / 2 + random.nextInt(1 + most / 2);
    return Stream.generate(chinese ? this::clause : this::word)
        .limit(count)
        .collect(Collectors.joining());
  }

  private String clause() {
    StringBuilder clause = new StringBuilder();
    for (int length = 4 + random.nextInt(12); length > 0; length--) {
      clause.append((char) (0x4E00 + (int) (Math.pow(random.nextDouble(), 2) * 5_000)));
    }
    return clause.append(random.nextBoolean() ? "，" : "。").toString();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
      word.append("bcdfglmnprst".charAt(random.nextInt(12)))
          .append("aeiou".charAt(random.nextInt(5)))
          .append("nrs ".charAt(random.nextInt(4)));
    }
    return word.append(random.nextInt(10) == 0 ? ". " : " ").toString();
  }
}
