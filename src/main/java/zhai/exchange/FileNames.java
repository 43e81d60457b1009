package zhai.exchange;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import zhai.model.StreamSafe;

/// Names for the files of one folder, made of titles that anybody may have written. No name leads
/// out of the folder, none is special to Windows, macOS or Linux, and no two are the same on a disk
/// that does not tell case or ways of composing letters apart.
public final class FileNames {
  /// File systems allow 255 bytes; this leaves room for endings and for what others add.
  private static final int MAX_BYTES = 160;

  private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|#^\\[\\]\\p{Cntrl}]+");

  // Windows' devices, whatever ending they have.
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$) *(\\..*)?");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}]*");

  private final Set<String> given = new HashSet<>();

  /// The number that a name was last given with: many titles are alike, and none counts from 1.
  private final Map<String, Integer> latest = new HashMap<>();

  /// A name that was not given before: as much of the wanted one as a file's name can hold.
  ///
  /// @param wanted for example a title
  /// @param ending without the dot; empty for a folder
  public String of(String wanted, String ending) {
    String stem = stem(wanted);
    String dotted = ending.isEmpty() ? "" : "." + ending;
    String plain = identity(stem + dotted);
    int number = latest.getOrDefault(plain, 1);
    String name = number == 1 ? stem + dotted : stem + "-" + number + dotted;
    while (!given.add(identity(name))) {
      number++;
      name = stem + "-" + number + dotted;
    }
    latest.put(plain, number);
    return name;
  }

  private static String stem(String wanted) {
    String line = FORBIDDEN.matcher(Characters.oneLine(wanted)).replaceAll(" ");
    String composed = StreamSafe.normalize(line, Normalizer.Form.NFC).replaceAll(" {2,}", " ");
    String stem = trimmed(shortened(trimmed(composed)));
    if (INVISIBLE.matcher(stem).matches()) {
      return "untitled";
    }
    return DEVICE.matcher(stem).matches() ? "_" + stem : stem;
  }

  // Windows drops dots and spaces at the end; a dot in front hides a file.
  private static String trimmed(String name) {
    return name.replaceFirst("^[\\s.]+", "").replaceFirst("[\\s.]+$", "");
  }

  private static String shortened(String name) {
    int bytes = 0;
    for (int at = 0; at < name.length(); ) {
      int codePoint = name.codePointAt(at);
      bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_BYTES) {
        return name.substring(0, at);
      }
      at += Character.charCount(codePoint);
    }
    return name;
  }

  // Some disks don't see what has no shape, either.
  private static String identity(String name) {
    return StreamSafe.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{Cf}", "");
  }
}
