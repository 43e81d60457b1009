package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchTest {
  /// Text without meaning: characters drawn at random, the same for the same seed.
  private static String text(int seed, int characters) {
    return new Random(seed)
        .ints(characters, 0, 3_000)
        .mapToObj(c -> Character.toString('一' + c))
        .collect(Collectors.joining());
  }

  private static boolean same(String one, String other) {
    boolean same = Sketch.of(one).isOfSameText(Sketch.of(other));
    assertEquals(same, Sketch.of(other).isOfSameText(Sketch.of(one)));
    assertEquals(same, Sketch.read(Sketch.of(one).bytes()).isOfSameText(Sketch.of(other)));
    return same;
  }

  /// Every so-manieth character replaced.
  private static String edited(String text, int every) {
    StringBuilder edited = new StringBuilder(text);
    for (int i = every; i < text.length(); i += every) {
      edited.setCharAt(i, '々');
    }
    return edited.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 0, 0, true",
    "2000, 100, 0, true",
    "2000, 0, 300, true",
    "2000, 1000, 1000, true",
    "300, 50, 50, true",
    "20000, 500, 20000, true",
    "1000, 9000, 0, false",
  })
  void aTextInAnotherIsTheSameUnlessThatIsMuchLonger(
      int characters, int before, int after, boolean same) {
    String text = text(1, characters);
    assertEquals(same, same(text, text(2, before) + text + text(3, after)));
  }

  @ParameterizedTest
  @CsvSource({"2000, 200, true", "2000, 100, true", "2000, 15, false", "500, 250, true"})
  void aFewEditsMakeNoOtherText(int characters, int every, boolean same) {
    String text = text(4, characters);
    assertEquals(same, same(text, edited(text, every)));
  }

  @Test
  void halfOfATextInCommonIsNotEnough() {
    String common = text(5, 1_000);
    assertEquals(false, same(common + text(6, 1_000), common + text(7, 1_000)));
  }

  @Test
  void aShortTextMustBeEqual() {
    assertTrue(same("转载请注明出处，谢谢大家", "转载 请注明出处。谢谢大家！"));
    assertEquals(false, same(text(8, 150), text(8, 150) + "完"));
    assertEquals(false, same("", ""));
  }
}
