package zhai.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import zhai.exchange.ImportFile;
import zhai.exchange.Samples;
import zhai.exchange.note.NoteReader;
import zhai.exchange.reader.ImportFormat;
import zhai.exchange.writer.TemplateException;
import zhai.exchange.writer.TemplateList;
import zhai.extract.Extraction;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.fetch.CookieFileException;
import zhai.fetch.Cookies;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.query.QueryException;
import zhai.query.QueryParser;
import zhai.url.CanonicalRules;
import zhai.url.InvalidUrlException;
import zhai.url.RuleSyntaxException;
import zhai.url.WebUrl;

/// What reads text from outside. Each knows which refusals are its answers; anything else that it
/// throws is a fault.
///
/// Its seeds are the fixtures of its room, and what is in its folder under `zhai/fuzz`: an input
/// that once was a fault stays there.
enum FuzzTarget {
  ADDRESS("url/canonical.tsv"),
  ADDRESS_RULES("../../../main/resources/zhai/url/canonical.rules"),
  PAGE("extract/pages"),
  SITE_PAGE("extract/site"),
  NOTE("exchange/note/files"),
  IMPORT("exchange/reader"),
  QUERY("query/queries.txt"),
  COOKIES("fuzz/cookies"),
  TEMPLATE("fuzz/template");

  private static final Path RESOURCES = Path.of("src/test/resources/zhai");
  private static final int MOST_SEED_BYTES = 64 * 1024;
  private static final CanonicalRules RULES = CanonicalRules.bundled();
  private static final Extractor EXTRACTOR = new Extractor(SiteReaders.all());

  private final String fixtures;

  FuzzTarget(String fixtures) {
    this.fixtures = fixtures;
  }

  /// @throws RuntimeException or an error: a fault
  void read(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    switch (this) {
      case ADDRESS -> address(text);
      case ADDRESS_RULES ->
          answered(RuleSyntaxException.class, () -> CanonicalRules.parse(text, "own"));
      case PAGE -> page(bytes, "https://river.example/a");
      case SITE_PAGE -> page(bytes, "https://www.zhihu.com/question/1/answer/2");
      case NOTE -> NoteReader.read("2026-01-04.md", text);
      case IMPORT -> imported(bytes);
      case QUERY -> answered(QueryException.class, () -> QueryParser.parse(text));
      case COOKIES -> answered(CookieFileException.class, () -> Cookies.parse(text));
      case TEMPLATE -> template(text);
    }
  }

  private static void address(String text) {
    answered(
        InvalidUrlException.class,
        () -> {
          WebUrl url = RULES.identify(text);
          leadsTo(url, url.canonical());
          leadsTo(url, url.fetchAddress());
        });
  }

  private static void leadsTo(WebUrl page, String address) {
    try {
      String again = RULES.identify(address).canonical();
      if (!again.equals(page.canonical())) {
        throw new IllegalStateException(address + " leads to " + again + ", not to " + page);
      }
    } catch (InvalidUrlException refused) {
      throw new IllegalStateException(address + " leads nowhere", refused);
    }
  }

  private static void page(byte[] bytes, String address) {
    Extraction read =
        EXTRACTOR.extract(
            new Snapshot(
                address, Snapshot.Origin.FETCHED, 200, List.of(), Bytes.of(bytes), Instant.EPOCH));
    if (("" + read.detail()).startsWith("The page could not be read")) {
      throw new IllegalStateException(read.detail());
    }
  }

  private static void imported(byte[] bytes) throws IOException {
    ImportFile file = new ImportFile("links", () -> new ByteArrayInputStream(bytes));
    ImportFormat.detect(file.beginning())
        .orElse(ImportFormat.TEXT)
        .reader()
        .read(file, (_, _) -> {});
  }

  private static void template(String text) throws IOException {
    try {
      new TemplateList(text).write(Samples.LIST, new StringBuilder());
    } catch (TemplateException refused) {
      if (refused.getMessage() == null) {
        throw refused;
      }
    }
  }

  /// A refusal is an answer if it says something.
  private static void answered(Class<? extends RuntimeException> refusal, Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException e) {
      if (!refusal.isInstance(e) || e.getMessage() == null) {
        throw e;
      }
    }
  }

  /// Each file is one; of a file of addresses or queries each line.
  List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    Path own = RESOURCES.resolve("fuzz").resolve(label());
    Path room = RESOURCES.resolve(fixtures).normalize();
    for (Path start : Stream.of(room, own).distinct().toList()) {
      if (Files.exists(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            add(seeds, Files.readAllBytes(file));
          }
        }
      }
    }
    return seeds;
  }

  private void add(List<byte[]> seeds, byte[] file) {
    switch (this) {
      case ADDRESS, QUERY ->
          new String(file, StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split("\t| => ", 2)[0])
              .filter(line -> !line.isBlank())
              .forEach(line -> seeds.add(line.getBytes(StandardCharsets.UTF_8)));
      case ADDRESS_RULES, PAGE, SITE_PAGE, NOTE, IMPORT, COOKIES, TEMPLATE -> {
        if (file.length <= MOST_SEED_BYTES) {
          seeds.add(file);
        }
      }
    }
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
