package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.exchange.Characters;
import zhai.exchange.Dossiers;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.WebLinks;
import zhai.exchange.With;
import zhai.model.Dossier;
import zhai.model.Entry;

/// References are read again by jbibtex, by Jackson, and by the few rules of RIS.
class ReferencesTest {
  private static final Pattern RIS_LINE = Pattern.compile("([A-Z][A-Z0-9])  - (.*)");

  @Test
  void areCitedByAKeyThatStaysTheSame() {
    assertEquals("zhihu2025-7", CitationKey.of(Samples.ANSWER));
    assertEquals("example2024what-8", CitationKey.of(Samples.POST));
    assertEquals("zhihu-10", CitationKey.of(Samples.FROM_NOTE));
  }

  @ParameterizedTest
  @MethodSource("zhai.exchange.writer.HostileTexts#all")
  void giveATitleBackFromBibtex(String text) throws IOException, ParseException {
    Entry entry = HostileTitlesTest.entry(text);
    ReadingList list = new ReadingList("t", null, List.of(entry, Samples.POST));
    List<BibTeXEntry> read = bibtex(list);
    assertEquals(2, read.size());
    assertEquals(PageFacts.of(entry).title(), plain(read.getFirst(), BibTeXEntry.KEY_TITLE));
    assertEquals("https://example.org/page", field(read.getFirst(), BibTeXEntry.KEY_URL));
  }

  @ParameterizedTest
  @MethodSource("zhai.exchange.writer.HostileTexts#all")
  void areOneRecordEachInRis(String text) throws IOException {
    Entry entry = HostileTitlesTest.entry(text);
    List<Map<String, List<String>>> read =
        ris(new ReadingList("t", null, List.of(entry, Samples.POST)));
    assertEquals(2, read.size());
    assertEquals(List.of(PageFacts.of(entry).title()), read.getFirst().get("TI"));
    assertEquals(List.of("https://example.org/page"), read.getFirst().get("UR"));
    assertEquals(List.of("distillation"), read.getLast().get("KW"));
  }

  @Domain(Dossiers.class)
  @Property(seed = "20260104", tries = 200)
  void sayTheSameInEveryFormat(@ForAll Dossier dossier) throws IOException, ParseException {
    ReadingList list = new ReadingList("t", null, List.of(dossier.entry()));
    PageFacts page = PageFacts.of(dossier.entry());
    BibTeXEntry bibtex = bibtex(list).getFirst();
    JsonNode csl = new ObjectMapper().readTree(Written.as(ExportFormat.CSL_JSON, list)).get(0);
    Map<String, List<String>> ris = ris(list).getFirst();
    assertEquals(page.title(), plain(bibtex, BibTeXEntry.KEY_TITLE));
    assertEquals(page.title(), csl.get("title").textValue());
    assertEquals(List.of(page.title()), ris.get("TI"));
    assertEquals(bibtex.getKey().toString(), csl.get("id").textValue());
    assertEquals(List.of(bibtex.getKey().toString()), ris.get("ID"));
    assertEquals(
        Characters.oneLine(dossier.entry().bookmark().url().canonical()).isEmpty()
            || page.address() == null,
        csl.get("URL") == null);
  }

  @Domain(Dossiers.class)
  @Property(seed = "20260105", tries = 200)
  void giveEveryFieldBackFromBibtex(@ForAll Dossier dossier) throws IOException, ParseException {
    Entry entry = dossier.entry();
    PageFacts page = PageFacts.of(entry);
    Map<String, String> expected = new TreeMap<>();
    expected.put("title", "{" + page.title() + "}");
    put(expected, "author", page.byline() == null ? "" : "{" + page.byline() + "}");
    put(expected, "organization", page.site() == null ? "" : "{" + page.site() + "}");
    put(expected, "date", page.published() == null ? "" : page.published().day().toString());
    put(expected, "langid", page.language());
    if (page.address() != null) {
      expected.put("url", WebLinks.encoded(page.address(), "{}\\"));
      Instant added = entry.bookmark().addedAt();
      expected.put("urldate", LocalDate.ofInstant(added, ZoneOffset.UTC).toString());
    }
    put(
        expected,
        "keywords",
        entry.bookmark().tags().stream()
            .map(tag -> Characters.oneLine(tag.label()).replace(',', '，'))
            .collect(Collectors.joining(", ")));
    put(expected, "annotation", String.join("\n\n", Remarks.of(entry, With.WORDS)));
    Map<String, String> read = new TreeMap<>();
    bibtex(new ReadingList("t", null, List.of(entry)))
        .getFirst()
        .getFields()
        .forEach((key, value) -> read.put(key.getValue(), spaced(unescaped(value.toUserString()))));
    assertEquals(expected, read);
  }

  // A parser of BibTeX is free to write white space anew.
  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null && !spaced(value).isEmpty()) {
      fields.put(name, spaced(Characters.printable(value)));
    }
  }

  private static String spaced(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static List<BibTeXEntry> bibtex(ReadingList list) throws IOException, ParseException {
    BibTeXDatabase database =
        new BibTeXParser().parse(new StringReader(Written.as(ExportFormat.BIBTEX, list)));
    return List.copyOf(database.getEntries().values());
  }

  private static String field(BibTeXEntry entry, Key key) {
    return entry.getField(key).toUserString();
  }

  // The two pairs of braces off, and TeX's commands for single characters undone.
  private static String plain(BibTeXEntry entry, Key key) {
    String value = field(entry, key);
    assertTrue(value.startsWith("{") && value.endsWith("}"), value);
    return unescaped(value.substring(1, value.length() - 1));
  }

  private static String unescaped(String value) {
    return value
        .replace("\\textbraceleft{}", "\uE000")
        .replace("\\textbraceright{}", "\uE001")
        .replace("\\textasciitilde{}", "~")
        .replace("\\textasciicircum{}", "^")
        .replaceAll("\\\\([#$%&_])", "$1")
        .replace("\\textbackslash{}", "\\")
        .replace('\uE000', '{')
        .replace('\uE001', '}');
  }

  private static List<Map<String, List<String>>> ris(ReadingList list) throws IOException {
    List<Map<String, List<String>>> records = new ArrayList<>();
    Map<String, List<String>> record = new LinkedHashMap<>();
    for (String line : Written.as(ExportFormat.RIS, list).split("\r\n")) {
      Matcher field = RIS_LINE.matcher(line);
      assertTrue(line.isEmpty() || field.matches(), line);
      if (line.startsWith("ER  -")) {
        records.add(record);
        record = new LinkedHashMap<>();
      } else if (!line.isEmpty()) {
        record.computeIfAbsent(field.group(1), _ -> new ArrayList<>()).add(field.group(2));
      }
    }
    return records;
  }
}
