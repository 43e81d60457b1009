package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.exchange.Characters;
import zhai.exchange.Dossiers;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.reader.CsvReader;
import zhai.model.Dossier;
import zhai.model.Entry;

/// Every table is read again with opencsv.
class CsvListTest {
  private static final int TITLE = 1;
  private static final int NOTES = 13;

  @Test
  void keepsLinesCommasAndQuotationMarks() throws IOException, CsvException {
    List<String[]> rows = rows(Samples.LIST);
    assertEquals(5, rows.size());
    assertEquals("url", rows.getFirst()[0]);
    assertEquals("下次组会讲这个：\n\n- 打乱片段顺序\n- 量化位置偏差", rows.get(1)[NOTES]);
    assertArrayEquals(
        new String[] {"https://mp.example.com/s/abc_(draft)", "周报 #12 [草稿]", ""},
        List.of(rows.get(3)).subList(0, 3).toArray());
  }

  @ParameterizedTest
  @MethodSource("zhai.exchange.writer.HostileTexts#all")
  void neverBeginsACellAsAFormula(String text) throws IOException, CsvException {
    List<String[]> rows = rows(new ReadingList("t", null, List.of(HostileTitlesTest.entry(text))));
    assertEquals(2, rows.size());
    assertEquals(rows.get(0).length, rows.get(1).length);
    for (String cell : rows.get(1)) {
      assertFalse(cell.matches("(?s)[=+\\-@\t\r\n＝＋－＠].*"), cell);
    }
  }

  @Domain(Dossiers.class)
  @Property(seed = "20260104", tries = 200)
  void givesEveryTitleBack(@ForAll Dossier dossier) throws IOException, CsvException {
    ReadingList list = new ReadingList("t", null, List.of(dossier.entry(), Samples.POST));
    List<String[]> rows = rows(list);
    assertEquals(3, rows.size());
    String title = Characters.oneLine(dossier.entry().title());
    String cell = rows.get(1)[TITLE].replaceFirst("^'(?='*[=+\\-@＝＋－＠])", "");
    if (!title.isEmpty()) {
      assertEquals(Characters.printable(title), cell);
    }
  }

  @Domain(Dossiers.class)
  @Property(seed = "20260105", tries = 200)
  void givesExcerptsWithTheirCommentsAndNotesBack(@ForAll Dossier dossier) throws IOException {
    Entry entry = dossier.entry();
    List<ImportLine.Supplied> read = new ArrayList<>();
    String table = Written.as(ExportFormat.CSV, new ReadingList("t", null, List.of(entry)));
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    new CsvReader()
        .read(
            new ImportFile("t.csv", () -> new ByteArrayInputStream(bytes)),
            (_, line) -> {
              if (line instanceof ImportLine.Supplied supplied) {
                read.add(supplied);
              }
            });
    assertEquals(1, read.size());
    assertEquals(
        entry.excerpts().stream()
            .map(it -> words(it.quote()) + " # " + words(it.comment()))
            .filter(it -> !it.startsWith(" # "))
            .toList(),
        read.getFirst().excerpts().stream()
            .map(it -> words(it.quote()) + " # " + words(it.comment()))
            .toList());
    assertEquals(
        entry.notes().stream()
            .map(it -> words(it.text()))
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList(),
        read.getFirst().notes().stream().map(it -> words(it.text())).toList());
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : Characters.printable(text.strip()).replaceAll("\\R", "\n").strip();
  }

  private static List<String[]> rows(ReadingList list) throws IOException, CsvException {
    String written = Written.as(ExportFormat.CSV, list);
    assertEquals('\uFEFF', written.charAt(0));
    try (CSVReader reader =
        new CSVReaderBuilder(new StringReader(written.substring(1)))
            .withCSVParser(new RFC4180Parser())
            .build()) {
      return reader.readAll();
    }
  }
}
