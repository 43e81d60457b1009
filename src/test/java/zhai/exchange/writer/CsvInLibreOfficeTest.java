package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.model.Entry;
import zhai.model.Mark;

/// The table as a spreadsheet takes it: LibreOffice opens it and saves it in its own format, where
/// a formula can be told from a text.
class CsvInLibreOfficeTest {
  private static final int SECONDS = 120;

  @TempDir Path folder;

  @Test
  void isTakenAsTextCellByCellWhateverTitlesSay() throws Exception {
    Path program = installed();
    List<String> texts = HostileTexts.all().stream().filter(it -> !it.isBlank()).toList();
    List<Entry> entries =
        texts.stream()
            .map(it -> Samples.entry(it, List.of(), List.of(Mark.Note.of(it, Samples.MORNING))))
            .toList();
    Path table = folder.resolve("list.csv");
    ReadingList list = new ReadingList("t", null, entries);
    Files.writeString(table, Written.as(ExportFormat.CSV, list));
    Document sheet = opened(program, table);
    assertTrue(sheet.select("[table:formula]").isEmpty(), sheet::html);
    List<Element> rows = sheet.select("table|table-row:has(text|p)");
    assertEquals(entries.size() + 1, rows.size());
    for (Element row : rows.subList(1, rows.size())) {
      assertEquals(
          Samples.entry("t", List.of(), List.of()).bookmark().url().canonical(), cell(row));
    }
  }

  private static String cell(Element row) {
    return row.child(0).text();
  }

  private static Path installed() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(it -> Path.of(it, "soffice"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> {
          assumeTrue(false, "no LibreOffice is installed here");
          throw new AssertionError();
        });
  }

  private Document opened(Path program, Path table) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("-env:UserInstallation=" + folder.resolve("profile").toUri());
    command.addAll(List.of("--headless", "--convert-to", "ods", "--infilter=CSV:44,34,76,1"));
    command.addAll(List.of("--outdir", folder.toString(), table.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "LibreOffice did not end");
    try (ZipFile archive = new ZipFile(folder.resolve("list.ods").toFile());
        InputStream content = archive.getInputStream(archive.getEntry("content.xml"))) {
      return Jsoup.parse(content, StandardCharsets.UTF_8.name(), "", Parser.xmlParser());
    }
  }
}
