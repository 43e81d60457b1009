package zhai.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A list of rules that changes with the web rather than with the program, kept as a text file
/// beside this class: one rule a line, `#` begins a comment line, `[name]` begins a section.
final class RuleFile {
  private final String name;
  private final Map<String, List<String>> sections;

  private RuleFile(String name, Map<String, List<String>> sections) {
    this.name = name;
    this.sections = sections;
  }

  /// Reads a file that comes with the program.
  static RuleFile open(String name) {
    try (InputStream in = RuleFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + name);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      return new RuleFile(name, sections(lines.toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static Map<String, List<String>> sections(List<String> lines) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    String current = "";
    for (String line : lines) {
      String rule = line.strip();
      if (rule.startsWith("[") && rule.endsWith("]") && rule.indexOf('=') < 0) {
        current = rule.substring(1, rule.length() - 1);
        sections.putIfAbsent(current, new ArrayList<>());
      } else if (!rule.isEmpty() && !rule.startsWith("#")) {
        sections.computeIfAbsent(current, _ -> new ArrayList<>()).add(rule);
      }
    }
    return sections;
  }

  /// The rules before the first section.
  List<String> rules() {
    return section("");
  }

  /// The rules of one section, in the order of the file.
  List<String> section(String section) {
    List<String> rules = sections.get(section);
    if (rules == null) {
      throw new IllegalStateException(name + " has no section [" + section + "]");
    }
    return rules;
  }
}
