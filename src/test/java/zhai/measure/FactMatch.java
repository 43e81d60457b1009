package zhai.measure;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a title, an author or a day counts as right.
enum FactMatch {
  /// Exact: the same letters and numbers. Soft: 0.8 of its tokens.
  TITLE {
    @Override
    boolean isExact(String gold, String given) {
      return letters(given).equals(letters(gold));
    }

    @Override
    boolean isSoft(String gold, String given) {
      return alike(Tokens.of(gold), Tokens.of(given));
    }
  },
  /// 0.8 of the names, without the words around them.
  AUTHOR {
    @Override
    boolean isExact(String gold, String given) {
      return isSoft(gold, given);
    }

    @Override
    boolean isSoft(String gold, String given) {
      return alike(names(gold), names(given));
    }
  },
  /// The same day.
  DATE {
    @Override
    boolean isExact(String gold, String given) {
      return Objects.equals(day(given), day(gold));
    }

    @Override
    boolean isSoft(String gold, String given) {
      return isExact(gold, given);
    }
  };

  private static final int UNICODE =
      Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE;
  private static final Pattern BEFORE_NAMES =
      Pattern.compile(
          "^\\s*(by|von|von:|par|por|written by|posted by|author|文\\s*[|｜/：:]|作者|记者|編輯|编辑)"
              + "\\s*[:：]?\\s*",
          UNICODE);
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("\\b(and|und|et|y)\\b|[;,&/、]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\D{1,2}(\\d{1,2})\\D{1,2}(\\d{1,2})");
  private static final Pattern PACKED_DAY = Pattern.compile("\\b(\\d{4})(\\d{2})(\\d{2})");

  abstract boolean isExact(String gold, String given);

  abstract boolean isSoft(String gold, String given);

  private static boolean alike(List<String> gold, List<String> given) {
    return Score.ofBags(gold, given).f1() >= 0.8;
  }

  private static String letters(String text) {
    String folded = nfkc(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    folded.codePoints().filter(c -> c != '_' && Tokens.isWord(c)).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static List<String> names(String text) {
    String names = BEFORE_NAMES.matcher(nfkc(text)).replaceAll("");
    return Tokens.of(BETWEEN_NAMES.matcher(names).replaceAll(" "));
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static @Nullable String day(String text) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.find()) {
      matcher = PACKED_DAY.matcher(text);
      if (!matcher.find()) {
        return null;
      }
    }
    return "%d-%d-%d"
        .formatted(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
  }
}
