package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import zhai.exchange.Characters;
import zhai.exchange.ReadingList;

/// Hostile titles, written in each format and read again by a parser that is not ours: as many as
/// there were, each as it was but for the characters that no line may hold.
///
/// `-Dzhai.hostileTexts=10000` says how many made-up ones there are beside the written ones.
class TitlesComeBackTest {
  private static final int TEXTS = Integer.getInteger("zhai.hostileTexts", 200);

  private static final List<String> GIVEN =
      Stream.concat(HostileTexts.all().stream(), HostileTexts.any(TEXTS).stream()).toList();

  /// A list is as long as people's are.
  private static final List<ReadingList> LISTS = lists();

  private static List<ReadingList> lists() {
    List<ReadingList> lists = new ArrayList<>();
    for (int at = 0; at < GIVEN.size(); at += 500) {
      List<String> some = GIVEN.subList(at, Math.min(GIVEN.size(), at + 500));
      lists.add(HostileTitlesTest.list(some));
    }
    return lists;
  }

  @AfterAll
  static void tell() {
    System.out.printf(
        "suite titles: %,d hostile titles written in 8 formats and read again%n", GIVEN.size());
  }

  @Test
  void fromATable() throws Exception {
    for (ReadingList list : LISTS) {
      String written = Written.as(ExportFormat.CSV, list).substring(1);
      try (CSVReader reader =
          new CSVReaderBuilder(new StringReader(written))
              .withCSVParser(new RFC4180Parser())
              .build()) {
        List<String[]> rows = reader.readAll();
        rows.removeFirst();
        rows.forEach(row -> Stream.of(row).forEach(TitlesComeBackTest::assertNoFormula));
        assertTitles(list, rows.stream().map(row -> unmarked(row[1])).toList());
      }
    }
  }

  private static void assertNoFormula(String cell) {
    assertFalse(cell.matches("(?s)[=+\\-@\t\r\n＝＋－＠].*"), cell);
  }

  /// Without the apostrophe that keeps a spreadsheet from calculating.
  private static String unmarked(String cell) {
    return cell.replaceFirst("^'(?='*[=+\\-@＝＋－＠])", "");
  }

  @Test
  void fromABookmarkFile() throws IOException {
    for (ReadingList list : LISTS) {
      List<Element> links = Jsoup.parse(Written.as(ExportFormat.NETSCAPE, list)).select("dt > a");
      assertTitles(list, links.stream().map(Element::wholeText).toList());
    }
  }

  @Test
  void fromJsonAndItsLines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (ReadingList list : LISTS) {
      List<String> all = new ArrayList<>();
      json.readTree(Written.as(ExportFormat.JSON, list)).forEach(it -> all.add(title(it)));
      assertTitles(list, all);
      List<String> items = new ArrayList<>();
      JsonNode feed = json.readTree(Written.as(ExportFormat.JSON_FEED, list));
      feed.get("items").forEach(it -> items.add(title(it)));
      assertTitles(list, items);
    }
  }

  private static String title(JsonNode node) {
    return Characters.oneLine(node.path("title").asText(""));
  }

  @Test
  void fromAFeed() throws Exception {
    for (ReadingList list : LISTS) {
      List<String> titles = new ArrayList<>();
      new SyndFeedInput()
          .build(new StringReader(Written.as(ExportFormat.ATOM, list)))
          .getEntries()
          .forEach(entry -> titles.add(entry.getTitle()));
      assertTitles(list, titles);
    }
  }

  @Test
  void fromAnOutline() throws Exception {
    for (ReadingList list : LISTS) {
      List<String> titles =
          Jsoup.parse(Written.as(ExportFormat.OPML, list), Parser.xmlParser())
              .select("outline[url]")
              .eachAttr("text");
      assertTitles(list, titles);
    }
  }

  @Test
  void fromTheNotesOfAVault() throws IOException {
    for (ReadingList list : LISTS) {
      Map<String, String> notes = FolderInMemory.by(new ObsidianVault(), list);
      notes.keySet().forEach(path -> assertFalse(path.matches("(?s)/.*|.*(\\.\\./|\\\\).*"), path));
      notes.keySet().removeIf(path -> path.startsWith("days/"));
      List<String> written =
          notes.values().stream().map(TitlesComeBackTest::alias).sorted().toList();
      assertEquals(
          titles(list).stream().filter(it -> !it.isEmpty()).sorted().toList(),
          written.stream().filter(it -> !it.isEmpty()).toList());
    }
  }

  private static String alias(String note) {
    List<?> aliases = (List<?>) properties(note).get("aliases");
    return aliases.isEmpty() ? "" : (String) aliases.getFirst();
  }

  @Test
  void fromAListsFrontMatter() throws IOException {
    for (String title : GIVEN) {
      String note = Written.as(ExportFormat.MARKDOWN, new ReadingList(title, null, List.of()));
      Map<String, ?> properties = properties(note);
      assertEquals(Characters.oneLine(title), properties.get("title"), note);
      assertEquals(
          List.of("generator", "tags", "title"), properties.keySet().stream().sorted().toList());
    }
  }

  private static Map<String, ?> properties(String note) {
    String[] parts = note.split("(?m)^---$", 3);
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(parts[1]);
  }

  private static List<String> titles(ReadingList list) {
    return list.entries().stream().map(it -> Characters.oneLine(it.title())).toList();
  }

  /// An entry without a title that can be seen goes by its address.
  private static void assertTitles(ReadingList list, List<String> read) {
    List<String> given = titles(list);
    assertEquals(given.size(), read.size());
    for (int at = 0; at < given.size(); at++) {
      if (!given.get(at).isEmpty()) {
        assertEquals(given.get(at), read.get(at));
      }
    }
  }
}
