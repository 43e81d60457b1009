package zhai.url;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the http(s) addresses inside share text: "标题 … http://xhslink.com/o/abc 复制后打开".
public final class ShareText {
  private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");

  private ShareText() {}

  /// The addresses in the order of the text; empty if there is none.
  public static List<String> urlsIn(String text) {
    return ADDRESS.matcher(text).results().map(MatchResult::group).toList();
  }
}
