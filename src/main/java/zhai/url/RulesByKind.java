package zhai.url;

import java.util.List;

/// The lines of a table, each kind for itself in the table's order: each pass over an address looks
/// at one kind, and an import has hundreds of thousands of addresses.
record RulesByKind(
    List<Rule.Unwrap> unwraps,
    List<Rule.Rewrite> rewrites,
    List<Rule.Group> groups,
    List<Rule.Decide> decides,
    List<Rule.Fragment> fragments,
    List<Rule.Www> hosts) {

  static RulesByKind of(List<Rule> rules) {
    return new RulesByKind(
        only(Rule.Unwrap.class, rules),
        only(Rule.Rewrite.class, rules),
        only(Rule.Group.class, rules),
        only(Rule.Decide.class, rules),
        only(Rule.Fragment.class, rules),
        only(Rule.Www.class, rules));
  }

  private static <R extends Rule> List<R> only(Class<R> kind, List<Rule> rules) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
