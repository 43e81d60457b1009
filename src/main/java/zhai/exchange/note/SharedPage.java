package zhai.exchange.note;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.exchange.Characters;

/// The text that an app puts around an address when a page is shared from it: `【题-哔哩哔哩】
/// https://b23.tv/x`, `题 - 某人的回答 - 知乎 https://…`, `7.43 复制打开抖音，看看【…】… https://…`. The words by
/// which such a text is known stand in `share-words.txt`.
final class SharedPage {
  private static final int MAX_TITLE = 200;
  private static final int MAX_TAIL = 120;

  private static final List<String> APPS = ShareWords.of("app");
  private static final List<String> ADVICE = ShareWords.of("advice");

  private static final Pattern NAMED = Pattern.compile("【([^【】]{5,200}+)】");

  private static final Pattern APP_AT_END =
      Pattern.compile(
          "\\s*+(?:[-_|｜–—·:：]|\\(|（|@)\\s*+(?:" + ShareWords.pattern(APPS) + ")[)）]?\\s*+\\z",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANSWER = Pattern.compile("\\s++[-–—]\\s++\\S{1,40}的(?:回答|文章|想法)\\z");

  // `看看【小林的作品】今天教大家修车 # 修车`: the name is a person's, the title follows.
  private static final Pattern WORKS = Pattern.compile("的(?:图文)?作品\\z");
  private static final Pattern TOPICS = Pattern.compile("\\s++[#＃].*+\\z");

  private SharedPage() {}

  /// What the shared page is called; empty if the words around the address are a person's.
  ///
  /// @param before the address, on one line
  /// @param after it, on one line
  static Optional<String> title(String before, String after) {
    boolean advised = isAdvice(before) || isAdvice(after);
    if (before.length() > MAX_TITLE || after.length() > MAX_TAIL || !(after.isBlank() || advised)) {
      return Optional.empty();
    }
    Matcher named = NAMED.matcher(before);
    if (named.find() && (advised || named.start() <= 12)) {
      boolean ofPerson = WORKS.matcher(named.group(1)).find();
      String words = ofPerson ? before.substring(named.end()) : named.group(1);
      return Optional.of(page(words)).filter(it -> !it.isEmpty());
    }
    boolean ofApp = APP_AT_END.matcher(before).find();
    return ofApp || isAdvice(after)
        ? Optional.of(page(before)).filter(it -> !it.isEmpty())
        : Optional.empty();
  }

  private static boolean isAdvice(String words) {
    return ADVICE.stream().anyMatch(words::contains);
  }

  private static String page(String words) {
    String title = TOPICS.matcher(words).replaceFirst("").strip();
    for (String last = ""; !title.equals(last); ) {
      last = title;
      title = APP_AT_END.matcher(title).replaceFirst("").strip();
    }
    return Characters.oneLine(ANSWER.matcher(title).replaceFirst(""));
  }
}
