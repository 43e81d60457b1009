package zhai.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import zhai.library.Library;
import zhai.serve.ReaderServer;
import zhai.serve.Web;

/// Search as one types in the reader, of a library at size: each query is typed letter by letter,
/// and after each letter the page of what it finds is asked for, with its passages and its counts
/// by tag, site, year and state. Timed is what a browser waits, from the request to the last byte
/// of the page, over one connection on this machine.
final class TypingRun {
  private static final int QUERIES = 40;
  private static final int WARMING = 300;
  private static final int OK = 200;

  private final HttpClient client;
  private final URI address;
  private final String cookie;

  private TypingRun(HttpClient client, ReaderServer server)
      throws IOException, InterruptedException {
    this.client = client;
    this.address = URI.create(server.address());
    this.cookie =
        client
            .send(
                HttpRequest.newBuilder(URI.create(server.entrance())).build(),
                BodyHandlers.discarding())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
  }

  static void measure(Bench bench) throws IOException, InterruptedException {
    MadeLibrary library = bench.library(Bench.atSize());
    bench
        .table()
        .say(
            "of %,d pages, in ms for each letter: p50 / p95 / p99, after how many of them something is found"
                .formatted(library.pages()));
    List<String> chinese = queries(bench, library, true);
    List<String> english = queries(bench, library, false);
    try (Library open = library.open();
        ReaderServer server = ReaderServer.open(open, TypingRun::nobody, 0);
        HttpClient client = HttpClient.newHttpClient()) {
      TypingRun run = new TypingRun(client, server);
      run.type(Stream.concat(chinese.stream(), english.stream()).limit(WARMING).toList());
      bench.table().row("Chinese, typed", run.type(chinese).figure());
      bench.table().row("English, typed", run.type(english).figure());
      bench
          .table()
          .row(
              "both, typed",
              run.type(Stream.concat(chinese.stream(), english.stream()).toList()).figure());
    }
  }

  private static Web nobody() {
    throw new IllegalStateException("nothing is added here");
  }

  /// Words, two words, questions and filters, as far as they are of one script.
  private static List<String> queries(Bench bench, MadeLibrary library, boolean chinese) {
    return Stream.of(
            AskedAtSize.WORD,
            AskedAtSize.TWO_CHARACTERS,
            AskedAtSize.TWO_WORDS,
            AskedAtSize.QUESTION,
            AskedAtSize.SITE_FILTER)
        .flatMap(kind -> kind.some(bench.pages(), library.pages(), QUERIES).stream())
        .map(Asked::query)
        .filter(query -> isChinese(query) == chinese)
        .toList();
  }

  private static boolean isChinese(String query) {
    return query
        .codePoints()
        .anyMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN);
  }

  private Times type(List<String> queries) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    int found = 0;
    for (String query : queries) {
      int letters = query.codePointCount(0, query.length());
      for (int n = 1; n <= letters; n++) {
        long begun = System.nanoTime();
        boolean any = ask(query.substring(0, query.offsetByCodePoints(0, n)));
        millis.add((System.nanoTime() - begun) / 1e6);
        found += any ? 1 : 0;
      }
    }
    return new Times(millis, found);
  }

  /// @return whether anything is on the page; what can't be read yet, such as `site:`, is a page of
  ///   its own
  private boolean ask(String typed) throws IOException, InterruptedException {
    String query = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/?q=" + query)).header("Cookie", cookie).build();
    HttpResponse<String> page = client.send(request, BodyHandlers.ofString());
    return page.statusCode() == OK && page.body().contains("<article class=\"row\">");
  }
}
