package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.exchange.Characters;
import zhai.exchange.Dossiers;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
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
    return value
        .substring(1, value.length() - 1)
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
