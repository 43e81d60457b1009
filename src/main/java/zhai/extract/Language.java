package zhai.extract;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The language of a page: what it declares, if its letters and its commonest words agree.
/// Templates declare `en` over Chinese text and the other way round; then the text is right.
/// Chinese is told apart into simplified and traditional by characters that only one of them has.
final class Language {
  /// The commonest characters whose traditional form differs, in pairs: simplified, traditional.
  private static final String PAIRS =
      "这這个個们們来來为為时時会會过過国國学學对對发發里裡后後说說还還没沒经經开開现現问問点點两兩长長样樣"
          + "种種话話实實让讓进進动動当當机機关關无無与與电電网網语語见見头頭义義书書业業东東车車应應题題气氣"
          + "则則门門马馬鱼魚鸟鳥龙龍龟龜爱愛岁歲历歷条條处處万萬亿億钱錢铁鐵饭飯红紅绿綠听聽读讀写寫买買卖賣请請谢謝"
          + "认認识識记記计計设設证證论論议議讲講许許该該详詳边邊远遠运運连連选選还還达達迁遷报報场場块塊坚堅压壓厂廠产產亲親";

  private static final int SAMPLE = 20_000;

  /// What share of the letters has to be of a script for the text to be written in it.
  private static final double MIN_SHARE = 0.2;

  private Language() {}

  /// A BCP 47 tag, or null.
  ///
  /// @param declared the page's own word, or null
  /// @param text the article's text
  static @Nullable String of(@Nullable String declared, String text) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    String said = tag(declared);
    String primary = said == null ? null : said.replaceFirst("-.*", "");
    String written = script(sample);
    if ("zh".equals(written)) {
      return chinese(sample, said);
    }
    if (written == null) {
      written = LanguageWords.of(sample, primary);
    }
    if (written != null) {
      return written.equals(primary) ? said : written;
    }
    boolean contradicts = "zh".equals(primary) || "ja".equals(primary) || "ko".equals(primary);
    return contradicts && TextWeight.of(sample) > 200 ? null : said;
  }

  private static @Nullable String tag(@Nullable String declared) {
    if (declared == null || !declared.strip().matches("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*+")) {
      return null;
    }
    return Locale.forLanguageTag(declared.strip().replace('_', '-')).toLanguageTag();
  }

  /// The language whose letters the text has, where a script has only one or a commonest; null for
  /// Latin, Cyrillic and Arabic letters.
  private static @Nullable String script(String text) {
    int[] counts = letters(text);
    int all = IntStream.of(counts).sum();
    int han = of(counts, UnicodeScript.HAN) + of(counts, UnicodeScript.BOPOMOFO);
    int kana = of(counts, UnicodeScript.HIRAGANA) + of(counts, UnicodeScript.KATAKANA);
    int hangul = of(counts, UnicodeScript.HANGUL);
    if (all > 0 && han + kana + hangul >= all * MIN_SHARE) {
      return kana > (han + kana) * 0.1 ? "ja" : hangul > han ? "ko" : "zh";
    }
    for (var one :
        Map.of(
                UnicodeScript.THAI, "th",
                UnicodeScript.HEBREW, "he",
                UnicodeScript.GREEK, "el",
                UnicodeScript.DEVANAGARI, "hi")
            .entrySet()) {
      if (of(counts, one.getKey()) > all * 0.5) {
        return one.getValue();
      }
    }
    return null;
  }

  /// How many letters there are of each script, in the order of the scripts.
  @SuppressWarnings("EnumOrdinal") // A counter for each script.
  private static int[] letters(String text) {
    int[] counts = new int[UnicodeScript.values().length];
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        counts[script(c).ordinal()]++;
      }
    }
    return counts;
  }

  /// Most letters are of two scripts, and Java searches a table of all.
  private static UnicodeScript script(int letter) {
    if (letter < 0x80) {
      return UnicodeScript.LATIN;
    }
    return letter >= 0x4E00 && letter < 0xA000 ? UnicodeScript.HAN : UnicodeScript.of(letter);
  }

  @SuppressWarnings("EnumOrdinal")
  private static int of(int[] counts, UnicodeScript script) {
    return counts[script.ordinal()];
  }

  /// By the characters; if they don't tell, by the country that the page declares.
  private static String chinese(String text, @Nullable String said) {
    int simplified = 0;
    int traditional = 0;
    for (int i = 0; i < text.length(); i++) {
      int at = PAIRS.indexOf(text.charAt(i));
      simplified += at >= 0 && at % 2 == 0 ? 1 : 0;
      traditional += at >= 0 && at % 2 == 1 ? 1 : 0;
    }
    if (simplified != traditional) {
      return simplified > traditional ? "zh-Hans" : "zh-Hant";
    }
    return switch (said) {
      case "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-CN" -> "zh-Hans";
      case "zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK" -> "zh-Hant";
      case null, default -> "zh";
    };
  }
}
