package zhai.extract.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Zhihu address asks for. Ids are decimal strings of up to 19 digits, larger than a double
/// can hold exactly, so they stay strings.
///
/// @param id empty for a listing
record ZhihuAddress(Kind kind, String id) {

  /// The kinds of things that have an id, and everything that only lists them.
  enum Kind {
    ANSWER("answers", "answer"),
    ARTICLE("articles", "article"),
    QUESTION("questions", "question"),
    PIN("pins", "pin"),
    VIDEO("zvideos", "zvideo"),
    LISTING("", "");

    /// The key in the page's JSON under which things of this kind stand.
    final String plural;

    /// What such a thing's own `type` says.
    final String type;

    Kind(String plural, String type) {
      this.plural = plural;
      this.type = type;
    }
  }

  private record Rule(Pattern path, Kind kind) {
    Rule(String path, Kind kind) {
      this(Pattern.compile(path), kind);
    }
  }

  private static final String WWW = "^www\\.zhihu\\.com";
  private static final String COLUMN = "^zhuanlan\\.zhihu\\.com";
  private static final String END = "(?:/.*)?$";

  /// What an address has before its host and after its path.
  private static final Pattern AROUND = Pattern.compile("^(?i:https?)://|[?#].*");

  private static final List<Rule> RULES =
      List.of(
          new Rule("/question/\\d+/answer/(\\d+)" + END, Kind.ANSWER),
          new Rule(WWW + "/(?:api/v4/)?answers?/(\\d+)" + END, Kind.ANSWER),
          new Rule("/question/(\\d+)" + END, Kind.QUESTION),
          new Rule(WWW + "/api/v4/questions/(\\d+)" + END, Kind.QUESTION),
          new Rule("/p/(\\d+)" + END, Kind.ARTICLE),
          new Rule(WWW + "/api/v4/articles/(\\d+)" + END, Kind.ARTICLE),
          new Rule(WWW + "/tardis/[^/]+/art/(\\d+)" + END, Kind.ARTICLE),
          new Rule(COLUMN + "/(?!p/)[^/]+/(\\d+)$", Kind.ARTICLE),
          new Rule("/pin/(\\d+)" + END, Kind.PIN),
          new Rule(WWW + "/api/v4/pins/(\\d+)" + END, Kind.PIN),
          new Rule("/zvideo/(\\d+)" + END, Kind.VIDEO),
          new Rule(WWW + "/api/v4/zvideos/(\\d+)" + END, Kind.VIDEO),
          new Rule(WWW + "()/?$", Kind.LISTING),
          new Rule(
              WWW
                  + "/()(?:people|org|topic|topics|search|collection|collections|column|columns|hot"
                  + "|explore|follow|knowledge-plan|signin|notifications|creator|roundtable|special)"
                  + END,
              Kind.LISTING),
          new Rule(COLUMN + "()/?$", Kind.LISTING),
          new Rule(COLUMN + "/()[^/]+/?$", Kind.LISTING));

  /// Empty if the address asks for nothing that this reader knows. The paths with a number in them
  /// are known on any host, so that a copy served elsewhere is read the same.
  static Optional<ZhihuAddress> parse(String address) {
    String path = hostAndPath(address);
    for (Rule rule : RULES) {
      Matcher found = rule.path().matcher(path);
      if (found.find()) {
        return Optional.of(new ZhihuAddress(rule.kind(), found.group(1)));
      }
    }
    return Optional.empty();
  }

  /// Whether the address is on Zhihu's own hosts.
  static boolean isZhihu(String address) {
    String place = hostAndPath(address);
    return place.startsWith("www.zhihu.com/") || place.startsWith("zhuanlan.zhihu.com/");
  }

  private static String hostAndPath(String address) {
    String bare = AROUND.matcher(address).replaceAll("");
    int slash = bare.indexOf('/');
    String host = (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
    boolean isMain = host.equals("zhihu.com") || host.equals("m.zhihu.com");
    String known = isMain ? "www.zhihu.com" : host;
    return known + (slash < 0 ? "/" : bare.substring(slash));
  }

  /// The address by which Zhihu itself calls a thing of this kind.
  ///
  /// @param question the question's id, empty if unknown or for anything but an answer
  String canonical(String question) {
    return switch (kind) {
      case ANSWER ->
          question.isEmpty()
              ? "https://www.zhihu.com/answer/" + id
              : "https://www.zhihu.com/question/" + question + "/answer/" + id;
      case QUESTION -> "https://www.zhihu.com/question/" + id;
      case ARTICLE -> "https://zhuanlan.zhihu.com/p/" + id;
      case PIN -> "https://www.zhihu.com/pin/" + id;
      case VIDEO -> "https://www.zhihu.com/zvideo/" + id;
      case LISTING -> "https://www.zhihu.com/";
    };
  }
}
