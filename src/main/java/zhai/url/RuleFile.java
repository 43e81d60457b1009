package zhai.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zhai.url.Rule.Decision;
import zhai.url.Rule.NamePattern;

/// Reads the lines of a rule file. The language is described where people write it: at the head of
/// `canonical.rules`.
final class RuleFile {
  private static final String VERBS =
      "unwrap, rewrite, keep, only, open, drop, fragment, www or group";
  private static final NamePattern EVERY_NAME = NamePattern.parse("*");

  private final List<Rule> rules = new ArrayList<>();

  private RuleFile() {}

  static List<Rule> parse(String text, String name) {
    var file = new RuleFile();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = line.replace("\uFEFF", "").replaceFirst("(^|\\s)#.*$", "").strip();
      try {
        file.read(content);
      } catch (IllegalArgumentException e) {
        throw new RuleSyntaxException(name, number, String.valueOf(e.getMessage()));
      }
    }
    return List.copyOf(file.rules);
  }

  private void read(String line) {
    if (line.isEmpty()) {
      return;
    }
    List<String> words = Arrays.asList(line.split("\\s+"));
    String verb = words.getFirst();
    List<String> arguments = words.subList(1, words.size());
    switch (verb) {
      case "unwrap" -> unwrap(arguments);
      case "rewrite" -> rewrite(arguments);
      case "keep" -> decide(verb, Decision.KEEP, arguments);
      case "open" -> decide(verb, Decision.OPEN, arguments);
      case "drop" -> decide(verb, Decision.DROP, arguments);
      case "only" -> only(arguments);
      case "fragment" -> fragment(arguments);
      case "www" -> www(arguments);
      case "group" -> group(arguments);
      default ->
          throw new IllegalArgumentException(
              "'%s' is no rule: a line begins with %s".formatted(verb, VERBS));
    }
  }

  private void unwrap(List<String> words) {
    Place place = firstPlace("unwrap", words);
    List<String> parameters = words.subList(1, words.size());
    if (parameters.isEmpty() != place.captures().contains("target")) {
      throw new IllegalArgumentException(
          "'unwrap' needs either the names of parameters or a place that captures {target**}");
    }
    rules.add(new Rule.Unwrap(place, List.copyOf(parameters)));
  }

  private void rewrite(List<String> words) {
    if (words.size() != 2) {
      throw new IllegalArgumentException("'rewrite' needs two places: where from and where to");
    }
    Place place = Place.parse(words.getFirst());
    rules.add(new Rule.Rewrite(place, Template.parse(words.get(1), place.captures())));
  }

  private void group(List<String> words) {
    if (words.size() != 3) {
      throw new IllegalArgumentException(
          "'group' needs two places, of the part and of the whole, and a word for the whole");
    }
    Place place = Place.parse(words.getFirst());
    Template whole = Template.parse(words.get(1), place.captures());
    rules.add(new Rule.Group(place, whole, words.get(2)));
  }

  private void decide(String verb, Decision decision, List<String> words) {
    Place place = firstPlace(verb, words);
    if (words.size() < 2) {
      throw new IllegalArgumentException(
          "'%s' needs the names of parameters after the place".formatted(verb));
    }
    rules.add(new Rule.Decide(place, decision, names(words)));
  }

  private void only(List<String> words) {
    Place place = firstPlace("only", words);
    rules.add(new Rule.Decide(place, Decision.KEEP, names(words)));
    rules.add(new Rule.Decide(place, Decision.DROP, List.of(EVERY_NAME)));
  }

  private void fragment(List<String> words) {
    Place place = firstPlace("fragment", words);
    String policy = words.size() == 2 ? words.get(1) : "";
    switch (policy) {
      case "keep" -> rules.add(new Rule.Fragment(place, true));
      case "drop" -> rules.add(new Rule.Fragment(place, false));
      default ->
          throw new IllegalArgumentException("'fragment' needs a place and 'keep' or 'drop'");
    }
  }

  private void www(List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("'www' needs hosts");
    }
    for (String host : words) {
      Place place = Place.parse(host);
      if (host.indexOf('/') >= 0 || host.indexOf('?') >= 0) {
        throw new IllegalArgumentException("'www' takes hosts only, not '%s'".formatted(host));
      }
      rules.add(new Rule.Www(place, !host.startsWith("*")));
    }
  }

  private static Place firstPlace(String verb, List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("'%s' needs a place".formatted(verb));
    }
    return Place.parse(words.getFirst());
  }

  private static List<NamePattern> names(List<String> words) {
    return words.stream().skip(1).map(NamePattern::parse).toList();
  }
}
