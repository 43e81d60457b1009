package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.cli.Zhai.Ran;

class HelpTest extends CommandTest {

  @Test
  void listsTheSameCommandsWhetherItHasLookedThroughThemOrNot() {
    String listed = zhai.run("--help").out();
    assertTrue(listed.contains("  search"), listed);
    assertEquals(zhai.run("help").out(), listed);
  }

  @Test
  void isInFilesAsItIsSaid() throws IOException {
    Path help = folder.resolve("help");
    assertEquals(new Ran(0, "", ""), zhai.run("help", "--write", help.toString()));
    for (String asked : List.of("--help", "-V", "help", "add --help", "help search")) {
      String[] arguments = asked.split(" ");
      String file = asked + ".txt";
      assertEquals(zhai.run(arguments).out(), Files.readString(help.resolve("plain/" + file)));
      Ran coloured = zhai.on(new Printer.Look(true, true, true)).run(arguments);
      assertEquals(coloured.out(), Files.readString(help.resolve("colour/" + file)));
    }
  }

  @Test
  void eachCommandIsOfferedByTheNameThatItHas() {
    for (Cli.Offered offered : Cli.offered()) {
      assertEquals(offered.described().name(), offered.name());
    }
  }

  @Test
  void teachesTheLanguageInOneScreen() {
    Ran ran = zhai.run("help", "search");
    assertEquals(
        """
        The language of queries: search, list, export and fetch take it.

          小模型 distillation      both; Chinese is found inside any run of text
          "先完成再完美"           these characters, one after another
          RAG -csdn                the first without the second
          RAG OR 检索增强 survey   one of the first two, and the third
          (a b) OR c               brackets group, also after a field: title:(a OR b)

          title: text: excerpt: note:   the title, the page, what you picked, your notes
          tag:rag  site:zhihu.com       a whole tag; a host and all below it
          author:李  url:arxiv  lang:zh  byline, piece of the address, language
          source:daily/2026-01-04.md     your note file; source:daily/ a folder of them
          is:unread|read|starred|pending|failed    has:excerpt|note|article
          added:2026-01  published:2024..2025-06  read:>2026-01-04  added:7d (2w 3m 1y)

        Signs may be full-width (“”（）：); \\ makes the next one plain text.
        A query that begins with - stands behind --:  zhai list -- '-tag:rag'

        What has all of it comes first. If that is little, what has a part follows, each
        with what it is without; list and export leave that out. A word that is nowhere:
          $ zhai search 'langauge 学习'
          did you mean: language 学习
        A query that can't be read is shown with the place:
          $ zhai search '检索 is:unraed'
          zhai: there is no is:unraed; did you mean is:unread?
          检索 is:unraed
                  ^

        --sort ORDER    relevance, newest, oldest, published, read, changed or title
        --facets        counts the matches by tag, site, year, author, language, state
        --save NAME     keeps the query, @NAME in any query stands for it;
                        --saved lists what is kept, --forget NAME forgets one

        Examples:
          zhai search 'tag:rag "冲突信息" -site:csdn.net'
          zhai search '知识蒸馏 OR distillation is:unread' --save distil
          zhai export '@distil added:30d' -o list.md
          zhai list 'has:note published:2025' --sort published
        All options: zhai search --help
        """,
        ran.out());
    List<String> lines = ran.out().lines().toList();
    assertTrue(lines.size() <= 40, "lines: " + lines.size());
    lines.forEach(line -> assertTrue(columns(line) <= 80, line));
  }

  /// Chinese characters, their punctuation and full-width forms take two columns.
  private static int columns(String line) {
    return line.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }

  @Test
  void showsQueriesThatCanBeAsked() {
    zhai.run("add", POST, "--no-fetch");
    zhai.run("search", "distillation", "--save", "distil");
    Matcher shown =
        Pattern.compile("zhai (?:search|list|export)(?: --)? '(.*)'")
            .matcher(zhai.run("help", "search").out());
    while (shown.find()) {
      int expected = shown.group(1).contains("unraed") ? ExitCode.USAGE : ExitCode.OK;
      Ran ran = zhai.run("list", "--", shown.group(1));
      assertEquals(expected, ran.code(), ran.err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "list", "export", "help"})
  void tellsOfACommandWhatItsOwnHelpTells(String command) {
    assertEquals(zhai.run(command, "--help").out(), zhai.run("help", command).out());
  }

  @Test
  void listsTheCommands() {
    assertEquals(zhai.run("--help").out(), zhai.run("help").out());
  }

  @Test
  void answersACommandThatThereIsNot() {
    Ran ran = zhai.run("help", "serach");
    assertEquals(ExitCode.USAGE, ran.code());
    assertEquals("zhai: there is no command serach; `zhai help` lists them\n", ran.err());
  }
}
