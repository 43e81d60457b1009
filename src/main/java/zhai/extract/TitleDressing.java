package zhai.extract;

import java.util.List;
import java.util.regex.Pattern;

/// Takes off a title what its site hangs on it: see `title-dressing.txt`.
final class TitleDressing {
  private record Rule(String host, Pattern dressing) {
    static Rule parse(String line) {
      String[] parts = line.split("\\s+", 2);
      return new Rule(parts[0], Pattern.compile(parts[1]));
    }

    boolean holdsAt(String otherHost) {
      return otherHost.equals(host) || otherHost.endsWith("." + host);
    }
  }

  private static final List<Rule> RULES =
      RuleFile.open("title-dressing.txt").rules().stream().map(Rule::parse).toList();

  private TitleDressing() {}

  /// @param host the page's, lower case
  static String takeOff(String title, String host) {
    String bare = title;
    for (Rule rule : RULES) {
      bare = rule.holdsAt(host) ? rule.dressing().matcher(bare).replaceFirst("") : bare;
    }
    return bare;
  }
}
