package zhai.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How Chinese characters are read, without tones: syllables as they are typed. The table is read
/// when it is needed first.
final class Pinyin {
  private static final int LONGEST = 6;

  /// Ways to cut letters into syllables, at most: `xian` is one or two.
  private static final int MAX_WAYS = 16;

  private static final Map<Character, List<String>> READINGS = new HashMap<>();
  private static final Set<String> SYLLABLES = new HashSet<>();

  static {
    Resource.lines("pinyin.txt").forEach(Pinyin::addLine);
  }

  private Pinyin() {}

  private static void addLine(String line) {
    int space = line.indexOf(' ');
    addReading(line.substring(0, space), line.substring(space + 1));
    if (line.indexOf('v') >= 0) {
      addReading(line.substring(0, space).replace('v', 'u'), line.substring(space + 1));
    }
  }

  private static void addReading(String syllable, String characters) {
    SYLLABLES.add(syllable);
    for (char character : characters.toCharArray()) {
      READINGS.computeIfAbsent(character, _ -> new ArrayList<>(1)).add(syllable);
    }
  }

  /// The syllables that a character of folded text may be read as; none if it is not Chinese or
  /// rare. What is written with ü may be typed with v or u.
  static List<String> readings(char character) {
    return READINGS.getOrDefault(character, List.of());
  }

  /// The ways to read letters as whole syllables; none if there is none.
  static List<List<String>> syllables(String letters) {
    Cut cut = new Cut(letters);
    cut.from(0);
    return cut.ways;
  }

  /// Tries all syllables at each place, the longest first.
  private static final class Cut {
    private final String letters;
    private final List<List<String>> ways = new ArrayList<>();
    private final List<String> before = new ArrayList<>();

    /// Places from which no way leads to the end.
    private final BitSet dead = new BitSet();

    Cut(String letters) {
      this.letters = letters;
    }

    private void from(int start) {
      if (start == letters.length()) {
        ways.add(List.copyOf(before));
        return;
      }
      int known = ways.size();
      for (int end = Math.min(letters.length(), start + LONGEST); end > start; end--) {
        String syllable = letters.substring(start, end);
        if (ways.size() < MAX_WAYS && !dead.get(end) && SYLLABLES.contains(syllable)) {
          before.add(syllable);
          from(end);
          before.removeLast();
        }
      }
      dead.set(start, ways.size() == known);
    }
  }
}
