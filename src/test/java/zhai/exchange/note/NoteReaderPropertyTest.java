package zhai.exchange.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import zhai.exchange.NoteRecord;

/// What holds of every text, however it is written.
class NoteReaderPropertyTest {
  /// What a note may be made of; `URL` becomes an address of its own each time.
  private static final List<String> PIECES =
      List.of(
          "[题](URL)",
          "URL",
          "<URL>",
          "[a *b*](URL \"c\")",
          "![图](URL)",
          "`URL`",
          "来源：URL",
          "见URL。然后",
          "[r][1]\n\n[1]: URL",
          "<a href=\"URL\">x</a>",
          "<img src=\"URL\">",
          "<!-- URL -->",
          "%% URL %%",
          "| a | URL |\n|--|--|\n| b | [c](URL) |",
          "```\nURL\n```",
          "    URL",
          "[题]（URL）",
          "# [题](URL)",
          "## 标题",
          "### 2026-01-04",
          "---",
          "***",
          "正文",
          "#标签 #二",
          "> 引文",
          "> [!note] 题",
          "%%",
          "<div>\nURL\n</div>",
          "[^1]: 注 URL",
          "~~URL~~",
          ":::tip",
          ":::",
          "{% x URL %}",
          "**URL**",
          "\\",
          "[[链]]",
          "*",
          "`",
          "[",
          "](",
          "\u0000");

  private static final List<String> JOINTS =
      List.of(
          "\n\n",
          "\n\n",
          "\n",
          "\r\n\r\n",
          "\r",
          " ",
          "\n- ",
          "\n  - ",
          "\n\n  ",
          "\n> ",
          "\n1. ",
          "\n\t- ");

  private static final Pattern ADDRESS = Pattern.compile("https://n\\d+\\.example/");

  @Provide
  Arbitrary<String> notes() {
    Arbitrary<String> piece = Arbitraries.of(PIECES);
    Arbitrary<String> joint = Arbitraries.of(JOINTS);
    Arbitrary<String> front =
        Arbitraries.of("", "", "---\ntitle: a: b\n---\n", "+++\nx = 1\n+++\n", "\uFEFF", "---\n");
    Arbitrary<String> body =
        Combinators.combine(piece, joint)
            .as((text, end) -> text + end)
            .list()
            .ofMaxSize(25)
            .map(all -> String.join("", all));
    return Combinators.combine(front, body).as((first, rest) -> numbered(first + rest));
  }

  /// Signs of Markdown in any order, and some letters.
  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.strings()
        .withChars("#*_`~[]()<>!\\|-+=:>&;%{}\"'^$. \n\r\t\u0000\uFEFFa1中\uD83D\uDE00")
        .ofMaxLength(300);
  }

  @Property(tries = 1_000)
  void neverThrows(@ForAll("signs") String text) {
    NoteFile note = NoteReader.read("2026/01/04.md", text);
    assertEquals("2026/01/04.md", note.name());
  }

  @Property(tries = 300)
  void everyLinkIsARecordAMentionOrACountedSkip(@ForAll("notes") String text) {
    Set<String> given = addresses(text);
    Set<String> found =
        addresses(
            NoteReader.read("a.md", text).items().stream()
                .map(NoteReaderPropertyTest::url)
                .collect(Collectors.joining("\n")));
    assertEquals(given, found);
  }

  @Property(tries = 300)
  void everyBodyIsASliceOfTheFileBelowItsLink(@ForAll("notes") String text) {
    long lines = text.split("\\r\\n|\\r|\\n", -1).length;
    int last = 0;
    for (NoteItem item : NoteReader.read("a.md", text).items()) {
      assertTrue(item.line() >= last, "in the order of the file");
      last = item.line();
      assertTrue(item.line() >= 1 && item.line() <= lines);
    }
    for (NoteRecord record : NoteReader.read("a.md", text).records()) {
      assertTrue(text.contains(record.body()));
      assertTrue(record.place().lastLine() >= record.place().line());
      assertTrue(record.place().lastLine() <= lines);
    }
  }

  private static Set<String> addresses(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String numbered(String text) {
    StringBuilder numbered = new StringBuilder();
    String[] parts = text.split("URL", -1);
    for (int i = 0; i < parts.length; i++) {
      numbered.append(i == 0 ? "" : "https://n" + i + ".example/").append(parts[i]);
    }
    return numbered.toString();
  }

  private static String url(NoteItem item) {
    return switch (item) {
      case NoteItem.Found(NoteRecord record) -> record.url();
      case NoteItem.Skipped(String url, _, _) -> url;
    };
  }
}
