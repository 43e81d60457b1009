package zhai.extract;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names under which pages declare a charset, as browsers understand them; the table is
/// `charset-labels.txt`. Java's own names are not enough: it has no `x-gbk`, and its `gb2312` lacks
/// characters that pages with that label use.
final class CharsetLabel {
  private static final Map<String, Charset> TABLE = table();

  private CharsetLabel() {}

  /// The charset that reads a page with this label, or null if the label means nothing.
  static @Nullable Charset find(String label) {
    return TABLE.get(label.strip().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Charset> table() {
    Map<String, Charset> table = new HashMap<>();
    for (String line : RuleFile.open("charset-labels.txt").rules()) {
      int colon = line.indexOf(": ");
      String name = line.substring(0, colon);
      if (Charset.isSupported(name)) {
        for (String label : line.substring(colon + 2).split(" ", -1)) {
          table.put(label, Charset.forName(name));
        }
      }
    }
    return table;
  }
}
