package zhai.extract.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Links out of a site that lead through its own page: `https://link.zhihu.com/?target=…`. The
/// target is percent-encoded once; a `+` in it is a plus.
final class WrappedLink {
  private static final Pattern WRAPPED =
      Pattern.compile(
          "^(?:https?:)?//(?:link\\.(?:zhihu\\.com|juejin\\.cn|csdn\\.net)/?"
              + "|links?\\.jianshu\\.com/go|www\\.jianshu\\.com/go-wild|www\\.douban\\.com/link2/?"
              + "|sspai\\.com/link|www\\.oschina\\.net/action/[Gg]o[Tt]o[Ll]ink"
              + "|weibo\\.cn/sinaurl|gitee\\.com/link)"
              + "\\?(?:[^#]*&)?(?:target|url|to|u)=([^&#]*)");

  private WrappedLink() {}

  static boolean isWrapped(String href) {
    return WRAPPED.matcher(href).find();
  }

  /// Where the link leads; empty if it is not wrapped or leads to no web address.
  static Optional<String> unwrap(String href) {
    Matcher found = WRAPPED.matcher(href);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      String target = URLDecoder.decode(found.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      return Optional.of(target).filter(address -> address.matches("(?i)https?://[^/].*"));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Leads a link to where it leads in the end; one that leads to no web address becomes text.
  static void unwrapIn(Element link) {
    String href = link.attr("href");
    if (isWrapped(href)) {
      unwrap(href).ifPresentOrElse(target -> link.attr("href", target), link::unwrap);
    }
  }
}
