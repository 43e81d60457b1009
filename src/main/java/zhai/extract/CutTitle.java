package zhai.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A title that the page itself cut short with dots (`【一座小城的图书馆里...`), as short posts without a
/// title of their own do: the text begins with the same words and has the rest.
final class CutTitle {
  private static final Pattern DOTS = Pattern.compile("\\s*(?:\\.{3,}|…+)$");

  /// A bracketed headline, or else a sentence.
  private static final Pattern HEADLINE =
      Pattern.compile("^【[^】]{1,120}】|^[^。！？!?]{1,120}[。！？!?]?");

  private static final int FIRST_LINES = 5;

  private CutTitle() {}

  /// The whole title, if the text's beginning has it; else the title as it is.
  static @Nullable String complete(@Nullable String title, String text) {
    if (title == null || !DOTS.matcher(title).find()) {
      return title;
    }
    String stem = DOTS.matcher(title).replaceFirst("");
    return text.lines()
        .filter(line -> !line.isBlank())
        .limit(FIRST_LINES)
        .filter(line -> !stem.isBlank() && line.startsWith(stem))
        .flatMap(line -> headline(line).stream())
        .filter(headline -> headline.length() > stem.length())
        .findFirst()
        .orElse(title);
  }

  private static Optional<String> headline(String line) {
    Matcher matcher = HEADLINE.matcher(line.strip());
    return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
  }
}
