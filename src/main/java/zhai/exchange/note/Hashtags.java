package zhai.exchange.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.exchange.Tags;
import zhai.model.Tag;

/// A line of only `#hashtags`: `#RAG #模型/评估 #[[two words]] #话题#`. A number alone is none (`#1` is
/// an issue), as Obsidian has it.
public final class Hashtags {
  private static final String TAG =
      "[#＃](?:\\[\\[([^\\[\\]\\r\\n]{1,100}+)]]|((?=[^\\s#＃]{0,100}?[^\\d\\s#＃,，、;；])[^\\s#＃,，、;；\\[\\]()（）`\"<>]{1,100}+)[#＃]?)";

  private static final Pattern ONE = Pattern.compile(TAG);

  // What may stand before it in its line: the marks of quotes and list items.
  private static final Pattern LINE =
      Pattern.compile(
          "[\\s>]*+(?:[-*+][ \\t]++)?+(?:" + TAG + "[\\s,，、;；\u3000]*+)++(?:\\^[\\w-]++\\s*+)?+");

  private Hashtags() {}

  /// The tags of a line that holds nothing else; empty if it is none.
  static List<Tag> inLine(String line) {
    return line.length() <= 2_000 && LINE.matcher(line).matches() ? all(line) : List.of();
  }

  /// The tags in a text, each once.
  public static List<Tag> all(String text) {
    List<Tag> tags = new ArrayList<>();
    Matcher one = ONE.matcher(text);
    while (one.find()) {
      Optional<Tag> tag = Tags.parse(one.group(1) == null ? one.group(2) : one.group(1));
      tag.filter(it -> !tags.contains(it)).ifPresent(tags::add);
    }
    return tags;
  }

  /// The text without them.
  static String without(String text) {
    return ONE.matcher(text).replaceAll(" ");
  }
}
