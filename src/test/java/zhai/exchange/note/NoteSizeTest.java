package zhai.exchange.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zhai.exchange.NoteRecord;
import zhai.model.NoteKind;

/// Nothing is lost in a big or deep note, and none takes time or memory out of proportion (then
/// these tests would not end).
class NoteSizeTest {
  @Test
  void readsFiveMegabytesInOneFile() {
    StringBuilder text = new StringBuilder();
    int count = 0;
    while (text.length() < 5_000_000) {
      text.append("[第 %d 篇](https://a.example/%d)\n\n".formatted(count, count));
      text.append("读后的话。见 https://b.example/%d 。\n\n- 一\n- 二\n\n#标签\n\n---\n\n".formatted(count));
      count++;
    }
    List<NoteRecord> records = NoteReader.read("a.md", text.toString()).records();
    assertEquals(count, records.stream().filter(it -> it.kind() == NoteKind.RECORD).count());
    assertEquals(count, records.stream().filter(it -> it.kind() == NoteKind.MENTION).count());
  }

  @Test
  void findsEveryLinkInAListOfTwoThousandLevels() {
    String text =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "  ".repeat(i) + "- [" + i + "](https://a.example/" + i + ")\n")
            .collect(Collectors.joining());
    assertEquals(2_000, NoteReader.read("a.md", text).items().size());
  }

  @Test
  void findsTheLinkInAQuoteOfTwoThousandLevels() {
    assertEquals(
        1, NoteReader.read("a.md", "> ".repeat(2_000) + "https://a.example/").items().size());
  }

  @Test
  void readsALineOfAHundredThousandOpenBrackets() {
    for (String sign : List.of("[", "![", "[a](", "*a **", "` `` ", "<!-- ", "%% ", "<a href=")) {
      assertEquals(List.of(), NoteReader.read("a.md", sign.repeat(100_000)).items());
    }
  }

  @Test
  void cutsAMentionFromAParagraphThatIsTooLong() {
    String text = "话 https://a.example/1 ".repeat(10_000);
    NoteRecord mention = NoteReader.read("a.md", text).records().getFirst();
    assertTrue(mention.body().length() <= 600);
  }
}
