package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.model.Article;

class SuppliedTextTest {
  private static final String[] PIECES = {
    "a",
    "b c",
    "  ",
    "\n",
    "\n\n",
    "\n \n",
    "\r\n",
    "\t",
    "\u3000",
    "中文",
    "<b>",
    "&amp;",
    "\u200b",
    "\u00a0",
    "\u0000",
    "é",
    "😀",
    "\u200d",
    "\"",
    "'",
    "\ud800",
    "$x$",
    "https://b.example/?c&d"
  };

  @Test
  void isWrittenAsACleanPageIs() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String text =
          random
              .ints(1 + random.nextInt(8), 0, PIECES.length)
              .mapToObj(piece -> PIECES[piece])
              .collect(Collectors.joining());
      String html = SuppliedText.html(SuppliedText.lines(text));
      assertEquals(ContentWriter.cleaned(html), html, text);
    }
  }

  @Test
  void keepsTheTextItselfLetterByLetter() {
    Article article =
        Objects.requireNonNull(SuppliedText.article("\r\n第一段，<b>。\r\n第二行\n\n\nA third.\n"));
    assertEquals("第一段，<b>。\n第二行\n\n\nA third.", article.content().text());
    assertEquals("<p>第一段，&lt;b&gt;。<br>第二行</p>\n<p>A third.</p>", article.content().html());
    assertEquals("zh", article.language());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t\n"})
  void isNoArticleWithoutAWord(String text) {
    assertNull(SuppliedText.article(text));
  }
}
