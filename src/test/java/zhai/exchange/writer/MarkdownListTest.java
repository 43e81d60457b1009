package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.exchange.Dossiers;
import zhai.exchange.Layout;
import zhai.exchange.MarkdownBlocks;
import zhai.exchange.MarkdownText;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.exchange.Split;
import zhai.exchange.Tags;
import zhai.exchange.With;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Bookmark;
import zhai.model.Content;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Tag;

/// Every list is read again with commonmark: whatever an entry holds, it is one record.
class MarkdownListTest {

  /// Text that would end a record, begin another one, or swallow the next.
  static List<String> hostile() {
    return List.of(
        "x\n---\nfoo: !!js",
        "---",
        "- - -",
        "  ***",
        "___\n",
        "# heading",
        "#\n",
        "title\n===\nrest",
        "a\n\n---\n\nb\r\n---\r\nc",
        "]]",
        "](http://evil.example)",
        "`",
        "``` \ncode",
        "~~~~ x",
        "|a|\n|-|",
        "<script>alert(1)",
        "<!-- open",
        "<?php",
        "<!X",
        "<![CDATA[ x",
        "<pre>",
        "<div>\n",
        "<b",
        "&copy; &#0;",
        "[a](http://evil.example)",
        "<http://evil.example>",
        "- [a](http://evil.example)\n  x",
        "1. [a](http://evil.example)",
        "- - [a](http://evil.example)",
        "[a]: http://evil.example\n\n[a]",
        "![i](http://e)",
        "\\",
        "a\\",
        "*a",
        "__b__",
        "$x$",
        "{x}",
        "%%c%%",
        "==m==",
        "> q",
        "    indented",
        "- list\n\n  ```\n  code",
        "\u202e\u0000\u2028\ud800",
        "#tag",
        "a\rb\r\rc",
        "\t# x",
        "title\n#\n---");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void keepsARecordWholeWhateverIsInIt(String text) throws IOException {
    List<Tag> tags = Tags.parse(text).stream().toList();
    List<Mark> marks =
        List.of(
            Mark.Excerpt.of(text, text, Samples.MORNING),
            Mark.Note.of(text, Samples.MORNING),
            Mark.Note.of("end", Samples.MORNING));
    Entry first = Samples.entry(text, tags, marks);
    Entry second = Samples.entry("second", List.of(), List.of());
    String written = written(first, second);
    assertEquals(
        List.of("https://example.org/page", "https://example.org/page"), records(written), written);
  }

  @Test
  void keepsARecordWholeWhoseAddressStandsInForAnEmptyTitle() throws IOException {
    String address = "https://a.example/x\n---\nfoo: !!js";
    Bookmark bookmark = Samples.bookmark(1, address, "\u0001");
    String written = written(new Entry(bookmark, null, List.of(), List.of()));
    assertEquals(1, records(written).size(), written);
  }

  @Domain(Dossiers.class)
  @Property(seed = "20260104", tries = 200)
  void keepsAnyEntryWhole(@ForAll Dossier dossier) throws IOException {
    Entry any = dossier.entry();
    Entry bodiless = new Entry(any.bookmark(), any.article(), any.marks(), List.of());
    String written = written(bodiless, Samples.POST);
    List<String> records = records(written);
    assertEquals(2, records.size(), written);
    assertEquals(Samples.POST.bookmark().url().canonical(), records.getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/x_(y)", "https://a.example/(", "https://a.example/a*b_c`d`",
        "https://a.example/?q=<b>&copy;=1&amp;x", "https://a.example/\\x", "https://a.example/[z]",
        "https://例子.example/路径?q=检索#片段"
      })
  void writesAnAddressThatComesBackAsItWas(String address) {
    String link = "[t](" + MarkdownText.destination(address) + ")";
    assertEquals(List.of(address), records("---\n---\n" + link));
  }

  @Test
  void percentEncodesWhatNoAddressHolds() {
    assertEquals(
        "https://a.example/a%20b%0Ac%E2%80%A8",
        MarkdownText.destination("https://a.example/a b\nc\u2028"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C# and snake_case", "50% off: a - b", "他说：“好！”（笑）", "A & B's \"C\"", "#12 + 3"})
  void leavesAnOrdinaryTitleAsItIs(String title) {
    assertEquals(title, MarkdownText.escape(title));
  }

  @Test
  void keepsTheUsersMarkdownByteForByteWhereItIsHarmless() {
    String note =
        "a **b**\r\n\r\n| x |\r\n|---|\r\n| y |\r\n\r\n- [ ] c\r\n- see [d](http://d) there\r\n";
    assertEquals(note, MarkdownBlocks.contained(note));
  }

  @Test
  void escapesOnlyTheMarkThatBreaks() {
    assertEquals("a\n\n\\---\n\nb", MarkdownBlocks.contained("a\n\n---\n\nb"));
    assertEquals("\\# a\n\n```\n# b\n```", MarkdownBlocks.contained("# a\n\n```\n# b\n```"));
    assertEquals("a\n\\===", MarkdownBlocks.contained("a\n==="));
    assertEquals("\\[a](http://b)", MarkdownBlocks.contained("[a](http://b)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202e", "\u202e#", "\ufeff##\u2066", "\u00a0", "-"})
  void makesNoHeadingOfATagThatCannotBeSeen(String label) throws IOException {
    Entry entry = Samples.entry("t", List.of(new Tag(label)), List.of());
    assertEquals(2, records(written(entry, entry)).size());
  }

  @Test
  void quotesEveryLineWithItsOwnLineEnd() {
    assertEquals("> a\r\n>\r\n> b\r> c", MarkdownBlocks.quoted("a\r\n\r\nb\rc\n\n"));
  }

  @Test
  void givesANotesBodyBackByteForByte() throws IOException {
    String body = "\ta\r\n\r\n|x|\r\n|-|\r\n\r\n```\r\nopen\r\n";
    Entry entry = withSources(new NoteSource("n.md", 3, null, body));
    String written = written(entry, Samples.POST);
    assertTrue(written.contains("\n\n" + body + "```\n\n"), written);
    assertEquals(2, records(written).size(), written);
  }

  @Test
  void writesOnlyTheMarksThatStandInNoBody() throws IOException {
    Entry entry =
        new Entry(
            Samples.FROM_NOTE.bookmark(),
            null,
            List.of(
                Mark.Note.of("先写完初稿，再谈漂亮。", Samples.MORNING),
                Mark.Note.of("后来补充的话。", Samples.MORNING)),
            Samples.FROM_NOTE.sources());
    String written = written(entry);
    assertEquals(written.indexOf("先写完初稿"), written.lastIndexOf("先写完初稿"));
    assertTrue(written.endsWith("后来补充的话。\n\n#写作 #方法论\n"), written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "检索 *与* 模型   | 检索 与 模型          | [检索 *与* 模型](",
        "a `b` \\[c\\]     | a b [c]               | [a `b` \\[c\\]](",
        "x](http://evil) [y | x](http://evil) [y  | [x\\](http://evil) \\[y](",
        "old title         | new title             | [new title](",
        "*a*               | *a*                   | [\\*a\\*](",
      })
  void writesTheLinksOwnMarkdownAsLongAsItSaysTheTitle(String label, String title, String link)
      throws IOException {
    NoteSource source =
        new NoteSource("n.md", 1, null, "b", NoteKind.RECORD, label, List.of(), false);
    Entry entry =
        new Entry(
            Samples.bookmark(1, "https://example.org/page", title),
            null,
            List.of(),
            List.of(source));
    assertTrue(
        written(entry).contains("\n" + link + "https://example.org/page)\n"), written(entry));
  }

  @Test
  void leavesABodyAloneAndItsTagsInTheFrontMatter() throws IOException {
    List<Tag> front = List.of(new Tag("from-the-file"));
    Entry entry =
        withSources(new NoteSource("a.md", 3, null, "body", NoteKind.RECORD, "", front, false));
    Bookmark tagged = Samples.bookmark(1, "https://example.org/page", "t", "from-the-file");
    String written = written(new Entry(tagged, null, List.of(), entry.sources()));
    assertTrue(written.contains("tags: [\"from-the-file\"]"), written);
    assertTrue(written.endsWith("(https://example.org/page)\n\nbody\n"), written);
  }

  @Test
  void writesTheTagsBelowABodyThatLacksOne() throws IOException {
    Entry entry = withSources(new NoteSource("a.md", 3, null, "body\n\n#RAG"));
    Bookmark tagged = Samples.bookmark(1, "https://example.org/page", "t", "rag", "by-hand");
    String written = written(new Entry(tagged, null, List.of(), entry.sources()));
    assertTrue(written.endsWith("\n\nbody\n\n#RAG\n\n#by-hand #rag\n"), written);
  }

  @Test
  void writesNoBodyThatIsGoneAndContainsWhatStandsAroundAMention() throws IOException {
    Entry entry =
        withSources(
            new NoteSource("a.md", 3, null, "gone body").gone(true),
            new NoteSource(
                "b.md", 4, null, "# Of [t](https://x)", NoteKind.MENTION, "t", List.of(), false));
    String written = written(entry);
    assertFalse(written.contains("gone body"), written);
    assertTrue(written.endsWith("\n\n\\# Of [t](https://x)\n"), written);
  }

  @Test
  void quotesTheArticleWhoseHeadingsThenEndNoRecord() throws IOException {
    Content content = new Content("<h1>a</h1>", "# a\n\nb", "a b");
    ArticleVersion read = Samples.version("t", "b", "s", "2024-02-29");
    Article article = new Article(null, null, null, null, null, null, null, null, null, content);
    ArticleVersion version =
        new ArticleVersion(1, read.verdict(), article, null, Samples.MORNING, true);
    Entry entry =
        new Entry(
            Samples.bookmark(1, "https://example.org/page", "t"), version, List.of(), List.of());
    ReadingList list =
        new ReadingList("t", null, List.of(entry, Samples.POST))
            .with(new Layout(null, Split.NONE, With.ALL));
    String written = Written.as(ExportFormat.MARKDOWN, list);
    assertTrue(written.contains("(https://example.org/page)\n\n> # a\n>\n> b\n"), written);
    assertEquals(2, records(written).size());
  }

  @Test
  void writesABodyThatTwoNotesShareOnce() throws IOException {
    Entry entry =
        withSources(
            new NoteSource("a.md", 3, null, "same\n"),
            new NoteSource("b.md", 9, null, "same\n"),
            new NoteSource("c.md", 1, null, ""));
    assertTrue(written(entry).endsWith("(https://example.org/page)\n\nsame\n"));
  }

  @Test
  void groupsByDayInTheOrderOfTheList() throws IOException {
    String written = written(Samples.ANSWER, Samples.FROM_NOTE, Samples.POST);
    List<String> headings = written.lines().filter(line -> line.startsWith("## ")).toList();
    assertEquals(List.of("## 2026-03-02", "## 2026-03-01"), headings);
  }

  @Test
  void countsDaysInTheListsOwnZone() {
    ReadingList list =
        new ReadingList(
            "t",
            null,
            List.of(Samples.BLOCKED),
            ZoneId.of("Asia/Shanghai"),
            Layout.DEFAULT,
            _ -> Optional.empty());
    assertEquals(LocalDate.of(2026, 3, 4), list.latestDay());
  }

  @Test
  void writesFrontMatterThatNoTitleBreaks() throws IOException {
    StringBuilder out = new StringBuilder();
    String title = "a\": b # c\n---\n\u2028'";
    new MarkdownList().write(new ReadingList(title, null, List.of()), out);
    List<String> lines = out.toString().lines().toList();
    assertEquals(
        List.of("---", "tags: []", "generator: zhai", "---"),
        List.of(lines.get(0), lines.get(2), lines.get(3), lines.get(4)));
    String scalar = lines.get(1).substring("title: ".length());
    assertEquals("a\": b # c --- '", new ObjectMapper().readValue(scalar, String.class));
    assertFalse(out.toString().contains("date:"));
  }

  private static Entry withSources(NoteSource... sources) {
    Entry entry = Samples.entry("t", List.of(), List.of());
    return new Entry(entry.bookmark(), null, List.of(), List.of(sources));
  }

  static String written(Entry... entries) throws IOException {
    return Written.as(ExportFormat.MARKDOWN, new ReadingList("List", null, List.of(entries)));
  }

  /// The destinations of the records in DESIGN's sense; a day heading and a thematic break end one,
  /// nothing else may.
  static List<String> records(String written) {
    String body = written.substring(written.indexOf("\n---\n") + 5);
    List<String> records = new ArrayList<>();
    boolean mayBegin = true;
    for (Node at = Parser.builder().build().parse(body).getFirstChild();
        at != null;
        at = at.getNext()) {
      Node only = at.getFirstChild();
      switch (at) {
        case Heading heading -> assertTrue(isDay(heading), written);
        case Paragraph _ when only instanceof Link link && only.getNext() == null -> {
          assertTrue(mayBegin, written);
          records.add(link.getDestination());
        }
        default -> assertFalse(mayBegin && !(at instanceof ThematicBreak), written);
      }
      mayBegin = at instanceof ThematicBreak || at instanceof Heading;
    }
    return records;
  }

  private static boolean isDay(Heading heading) {
    return heading.getLevel() == 2
        && heading.getFirstChild() instanceof Text text
        && text.getLiteral().matches("[+-]?\\d{4,}-\\d\\d-\\d\\d");
  }
}
