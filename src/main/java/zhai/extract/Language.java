package zhai.extract;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The language of a page: what it declares, if its letters agree. Templates declare `en` over
/// Chinese text and the other way round; then the letters are right. Chinese is told apart into
/// simplified and traditional by characters that only one of them has.
final class Language {
  /// The commonest characters whose traditional form differs, in pairs: simplified, traditional.
  private static final String PAIRS =
      "这這个個们們来來为為时時会會过過国國学學对對发發里裡后後说說还還没沒经經开開现現问問点點两兩长長样樣"
          + "种種话話实實让讓进進动動当當机機关關无無与與电電网網语語见見头頭义義书書业業东東车車应應题題气氣";

  private static final int SAMPLE = 20_000;

  private Language() {}

  /// A BCP 47 tag, or null.
  ///
  /// @param declared the page's own word, or null
  /// @param text the article's text
  static @Nullable String of(@Nullable String declared, String text) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    String written = script(sample);
    String said = tag(declared);
    String primary = said == null ? null : said.replaceFirst("-.*", "");
    if ("zh".equals(written)) {
      return chinese(sample);
    }
    if (written != null) {
      return written;
    }
    boolean contradicts = "zh".equals(primary) || "ja".equals(primary) || "ko".equals(primary);
    return contradicts && TextWeight.of(sample) > 200 ? "en" : said;
  }

  private static @Nullable String tag(@Nullable String declared) {
    if (declared == null || !declared.strip().matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")) {
      return null;
    }
    return Locale.forLanguageTag(declared.strip().replace('_', '-')).toLanguageTag();
  }

  /// `zh`, `ja`, `ko` where the letters show it, else null.
  private static @Nullable String script(String text) {
    int[] counts = new int[4];
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts[scriptIndex(Character.UnicodeScript.of(c))]++);
    int all = counts[0] + counts[1] + counts[2] + counts[3];
    if (counts[1] + counts[2] + counts[3] < all * 0.2 || all == 0) {
      return null;
    }
    if (counts[2] > (counts[1] + counts[2]) * 0.1) {
      return "ja";
    }
    return counts[3] > counts[1] ? "ko" : "zh";
  }

  private static int scriptIndex(Character.UnicodeScript script) {
    return switch (script) {
      case HAN, BOPOMOFO -> 1;
      case HIRAGANA, KATAKANA -> 2;
      case HANGUL -> 3;
      default -> 0;
    };
  }

  private static String chinese(String text) {
    int simplified = 0;
    int traditional = 0;
    for (int i = 0; i < text.length(); i++) {
      int at = PAIRS.indexOf(text.charAt(i));
      simplified += at >= 0 && at % 2 == 0 ? 1 : 0;
      traditional += at >= 0 && at % 2 == 1 ? 1 : 0;
    }
    if (simplified == traditional) {
      return "zh";
    }
    return simplified > traditional ? "zh-Hans" : "zh-Hant";
  }
}
