package zhai.model;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/// A search that a person keeps by a name and asks again as `@NAME`. Names are told apart by their
/// {@link #key()}: `@RAG`, `@rag` and `＠ｒａｇ` are one.
///
/// @param name as typed, without the `@`: letters and digits of any script, `-` and `_`, beginning
///   with a letter or digit
/// @param query as typed; never blank
public record SavedSearch(String name, String query, Instant savedAt) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*");

  public SavedSearch {
    name = withoutSign(name);
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "\"%s\" can't name a search: letters, digits, - and _ can, a letter or digit first"
              .formatted(name));
    }
    query = query.strip();
    if (query.isEmpty()) {
      throw new IllegalArgumentException("there is no search to keep as @" + name);
    }
  }

  public static boolean isName(String text) {
    return NAME.matcher(key(text)).matches();
  }

  /// The identity of a name: compatibility-normalised (NFKC) and lower case.
  public static String key(String name) {
    return StreamSafe.normalize(withoutSign(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  public String key() {
    return key(name);
  }

  private static String withoutSign(String name) {
    return name.startsWith("@") || name.startsWith("＠") ? name.substring(1) : name;
  }
}
