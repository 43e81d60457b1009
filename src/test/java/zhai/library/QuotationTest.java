package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.model.Anchor;
import zhai.model.Mark;
import zhai.model.Mark.Excerpt;
import zhai.model.Mark.Note;
import zhai.model.Origin;

class QuotationTest {
  private static final Origin ORIGIN = new Origin("daily/2026-01-04.md", 21);
  private static final Pattern COLUMNS = Pattern.compile("\\s*(?<!\\\\)\\|\\s*");
  private static final String PAGE = resource("quotation-page.txt");

  private static String resource(String name) {
    try (InputStream in = QuotationTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Note read(String passage) {
    return new Note(7, passage, Instant.EPOCH, ORIGIN);
  }

  static Stream<Arguments> passages() {
    return resource("quotations.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> COLUMNS.split(line, 3))
        .map(cells -> Arguments.of(cells[0].strip(), cells[1], passage(cells[2])));
  }

  private static String passage(String cell) {
    return cell.replace("\\n", "\n").replace("\\|", "|");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("passages")
  void tellsQuotesFromOwnWords(String expected, String why, String passage) {
    Mark judged = new Quotation(PAGE).judged(read(passage));
    assertEquals(
        expected,
        switch (judged) {
          case Excerpt excerpt -> excerpt.anchor().label();
          case Note _ -> "note";
        },
        why);
  }

  @Test
  void keepsNumberWordsAndOriginOfWhatBecomesAQuote() {
    Excerpt quote =
        assertInstanceOf(Excerpt.class, new Quotation(PAGE).judged(read("**参数越少的模型**越容易被片段说服")));
    assertEquals(7, quote.id());
    assertEquals("**参数越少的模型**越容易被片段说服", quote.quote());
    assertEquals(ORIGIN, quote.origin());
  }

  @Test
  void comparesAVeryLongPassagePartByPart() {
    String page =
        IntStream.range(0, 700)
            .mapToObj(i -> "第%d句说的是第%d个实验，%d 次里有 %d 次失败。".formatted(i, i * 7, i * 13, i * 3))
            .collect(Collectors.joining());
    String passage = page.substring(200, 9_000).replace("第101句", "第一百零一句");
    Mark judged = new Quotation(page).judged(read(passage));
    assertInstanceOf(Anchor.Near.class, assertInstanceOf(Excerpt.class, judged).anchor());
    String half = passage.substring(0, 4_400) + "我自己的话。".repeat(800);
    assertInstanceOf(Note.class, new Quotation(page).judged(read(half)));
  }

  @Test
  void leavesWhatWasGivenByHandAsItIs() {
    Note note = Note.of("参数越少的模型越容易被片段说服", Instant.EPOCH);
    assertSame(note, new Quotation(PAGE).judged(note));
    Excerpt excerpt = Excerpt.of("这句话哪里都没有，但它是摘录", null, Instant.EPOCH);
    Mark judged = new Quotation(PAGE).judged(excerpt);
    assertInstanceOf(Anchor.Missing.class, assertInstanceOf(Excerpt.class, judged).anchor());
  }

  @Test
  void keepsCallingAQuoteWhatItOnceFound() {
    Mark quote = new Quotation(PAGE).judged(read("参数越少的模型越容易被片段说服"));
    Mark later = new Quotation("这一页已经改写，什么都不剩了。").judged(quote);
    assertInstanceOf(Anchor.Missing.class, assertInstanceOf(Excerpt.class, later).anchor());
  }

  @Test
  void makesANoteAQuoteWhenABetterReadingHasIt() {
    Mark note = new Quotation("只有开头的一页。").judged(read("参数越少的模型越容易被片段说服"));
    assertInstanceOf(Note.class, note);
    assertInstanceOf(Excerpt.class, new Quotation(PAGE).judged(note));
  }
}
