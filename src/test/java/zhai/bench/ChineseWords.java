package zhai.bench;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Chinese words without a list of them: random texts of common characters, in which ICU's
/// dictionary knows a word now and then. Always the same ones; found once, which takes some
/// seconds, and kept in `target`.
final class ChineseWords {
  private static final int WORDS = 15_000;
  private static final int TEXT_CHARACTERS = 500;

  /// GB 2312 holds the characters in common use in these rows, 94 each, the last one not full.
  private static final int FIRST_ROW = 0xB0;

  private static final int LAST_ROW = 0xD7;
  private static final int FIRST_CELL = 0xA1;
  private static final int LAST_CELL = 0xFE;
  private static final int CELLS_FREE_AT_THE_END = 5;

  private ChineseWords() {}

  static List<String> known() throws IOException {
    Path kept = Path.of("target/bench/words-" + VersionInfo.ICU_VERSION + ".txt");
    if (!Files.exists(kept)) {
      Files.createDirectories(kept.getParent());
      Files.write(kept, find());
    }
    return Files.readAllLines(kept);
  }

  private static List<String> find() {
    List<String> characters = characters();
    Random random = new Random(1);
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.CHINESE);
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < WORDS) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < TEXT_CHARACTERS; i++) {
        text.append(characters.get(random.nextInt(characters.size())));
      }
      breaks.setText(text.toString());
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        if (end - start > 1) {
          words.add(text.substring(start, end));
        }
        start = end;
      }
    }
    return List.copyOf(words);
  }

  private static List<String> characters() {
    List<String> characters = new ArrayList<>();
    Charset charset = Charset.forName("GB2312");
    for (int row = FIRST_ROW; row <= LAST_ROW; row++) {
      int last = row == LAST_ROW ? LAST_CELL - CELLS_FREE_AT_THE_END : LAST_CELL;
      for (int cell = FIRST_CELL; cell <= last; cell++) {
        characters.add(new String(new byte[] {(byte) row, (byte) cell}, charset));
      }
    }
    return characters;
  }
}
