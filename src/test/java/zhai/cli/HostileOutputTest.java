package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.cli.Zhai.Ran;
import zhai.exchange.Dossiers;
import zhai.exchange.JsonLines;
import zhai.exchange.writer.HostileTexts;
import zhai.loopback.TestWeb;

/// A library in which every text was written to command a terminal, and all that the program says
/// of it: no character reaches the terminal, or the pipe, that does something instead of being
/// seen. What is passed on byte for byte because somebody asked for it, an export and `--source`,
/// is tested on a terminal alone.
///
/// `-Dzhai.hostileTexts=10000` says how many made-up texts there are beside the written ones.
@TestInstance(Lifecycle.PER_CLASS)
class HostileOutputTest {
  private static final int TEXTS = Integer.getInteger("zhai.hostileTexts", 200);
  private static final int DOSSIERS = TEXTS / 10;

  /// So many bookmarks are shown one by one.
  private static final int SHOWN = Math.min(100, TEXTS / 20);

  private static final Printer.Look TERMINAL = new Printer.Look(true, false, true);
  private static final Printer.Look COLOURS = new Printer.Look(true, true, true);

  /// What the program itself may send: its styles, and the line of progress that goes again.
  private static final Pattern OWN_SEQUENCES =
      Pattern.compile("\u001b\\[(?:[012]|1;33|3[123])m|\r\u001b\\[2K");

  /// Not ours; writes half characters, too.
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private TestWeb web;
  private Zhai zhai;
  private Ran imported;
  private int entries;
  private long looked;
  private int obeyed;

  @BeforeAll
  void fillALibrary(@TempDir Path folder) throws IOException {
    web = new TestWeb();
    zhai = new Zhai(folder.resolve("library"), web);
    Path file = Files.write(folder.resolve("hostile.jsonl"), lines(), StandardCharsets.UTF_8);
    imported = zhai.run("import", file.toString(), "--no-fetch");
    entries = (int) zhai.run("list", "--json").out().lines().count();
  }

  @AfterAll
  void close() {
    web.close();
    System.out.printf(
        "suite terminal: %,d bookmarks of hostile texts, %,d characters printed, %d times one to be"
            + " obeyed%n",
        entries, looked, obeyed);
  }

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> texts = new ArrayList<>(HostileTexts.all());
    texts.addAll(HostileTexts.any(TEXTS));
    for (String text : texts) {
      lines.add(supplied(lines.size(), text));
    }
    for (int seed = 0; seed < DOSSIERS; seed++) {
      lines.add(JsonLines.write(Dossiers.any(seed)));
    }
    lines.add("\u001b[2J no JSON\u0007");
    lines.add("{\"url\":\"nowhere\\u001b[2J\"}");
    return lines;
  }

  private static String supplied(int number, String text) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("url", "https://h.example/" + number + "?" + text).put("title", text);
    line.put("byline", text).put("site", text).put("lang", text);
    line.put("text", (text + " and enough words to be an article of its own. ").repeat(3));
    List.of("tags", "notes", "excerpts").forEach(key -> line.putArray(key).add(text));
    return JSON.writeValueAsString(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "list --json",
        "search words",
        "search words --json",
        "search tag:* --facets",
        "search enoughh",
        "search \u001b]0;x\u0007",
        "search \"a\u001b[2J",
        "search title:\u009b2J:",
        "similar 1",
        "tags",
        "tags --json",
        "status",
        "status --notes",
        "check",
        "list source:\u001b[2J",
        "show \u001b[2J",
        "show --\u001b[2J",
        "open https://\u001b[2J/",
        "add \u001b[2J\u0007 --no-fetch",
        "add https://x.example/\u202e\u001b[2J --title \u001b[2J --no-fetch",
        "tag 1 +\u001b[2J",
        "edit 2 --title \u001b]52;c;cm0\u0007\nzhai:\u2028x",
        "edit 2 --state \u001b[2J",
        "import /no/such\u001b[2J\nfile",
        "import /no/such --format \u001b[2J",
        "export --format \u001b[2J",
        "export -o /no/such\u001b[2J/x.md",
        "extract /no/such\u001b[2J",
        "restore /no/such\u001b[2J",
        "remove 3 4 \u001b[2J",
        "remove --trash",
        "remove --undo 3",
        "--debug show \u001b[2J",
        "\u001b[2J",
        "help \u001b[2J"
      })
  void nothingThatIsSaidIsObeyed(String line) {
    for (Printer.Look look : List.of(Printer.Look.PLAIN, COLOURS)) {
      Ran ran = zhai.on(look).run(line.split(" "));
      assertSeen(ran.out(), true);
      assertSeen(ran.err(), true);
    }
  }

  @Test
  void theReportOfTheImportIsSeen() {
    assertSeen(imported.out(), true);
    assertSeen(imported.err(), true);
    assertTrue(imported.err().lines().count() >= 2, imported.err());
  }

  @Test
  void everyPageIsSeenInEveryForm() {
    List<String> numbers = zhai.run("list").out().lines().map(String::strip).toList();
    for (int at = 0; at < SHOWN; at++) {
      String number = numbers.get(2 * (at * entries / SHOWN)).replaceFirst(" .*", "");
      assertSeen(zhai.run("show", number).out(), true);
      for (String form : List.of("--text", "--markdown", "--html")) {
        assertSeen(zhai.run("show", number, form).out(), false);
        assertSeen(zhai.on(TERMINAL).run("show", number, form).out(), true);
      }
      assertSeen(zhai.on(TERMINAL).run("show", number, "--source").out(), true);
    }
  }

  static List<String> formats() {
    List<String> formats = new ArrayList<>();
    new ExportCommand.Formats().forEach(formats::add);
    formats.removeAll(List.of("site", "obsidian"));
    return formats;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anExportIsSeenOnATerminal(String format) {
    Ran ran = zhai.on(TERMINAL).run("export", "--format", format);
    assertSeen(ran.out(), true);
    assertSeen(ran.err(), true);
  }

  @Test
  void noTextPassesForALineOfOurs() {
    List<String> lines = zhai.run("list").out().lines().toList();
    assertEquals(2 * entries, lines.size());
    for (int at = 0; at < lines.size(); at += 2) {
      assertTrue(lines.get(at).matches(" *\\d+  .*"), lines.get(at));
      assertTrue(lines.get(at + 1).startsWith("      "), lines.get(at + 1));
    }
  }

  @Test
  void everyLineOfJsonIsOneObject() throws IOException {
    for (String command : List.of("list", "search")) {
      for (String line : zhai.run(command, "words", "--json").out().lines().toList()) {
        assertTrue(JSON.readTree(line).isObject(), line);
      }
    }
  }

  /// @param ordered whether signs that turn the order of letters must be written out, too
  private void assertSeen(String output, boolean ordered) {
    looked += output.length();
    String found =
        OWN_SEQUENCES
            .matcher(output)
            .replaceAll("")
            .codePoints()
            .filter(it -> isObeyed(it) || (ordered && isOrder(it)))
            .distinct()
            .mapToObj("U+%04X "::formatted)
            .collect(Collectors.joining());
    obeyed += found.isEmpty() ? 0 : 1;
    assertEquals("", found, () -> Line.visible(output));
  }

  private static boolean isObeyed(int codePoint) {
    return Character.getType(codePoint) == Character.CONTROL && "\n\t".indexOf(codePoint) < 0;
  }

  private static boolean isOrder(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default ->
          Character.getType(codePoint) == Character.LINE_SEPARATOR
              || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR;
    };
  }
}
