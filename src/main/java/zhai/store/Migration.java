package zhai.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One step of the schema: what turns a library of format `number - 1` into one of format `number`.
/// Format 0 is an empty file.
///
/// @param number from 1; a library keeps the last one it went through in `user_version`
/// @param script SQL statements; they run in one transaction together with all other steps due
record Migration(int number, String script) {
  /// In the order of their numbers. A step that was released is never edited; a new one follows it.
  private static final List<String> RESOURCES =
      List.of(
          "0001-library.sql",
          "0002-saved-searches.sql",
          "0003-notes.sql",
          "0004-tags-of-notes.sql",
          "0005-seals.sql",
          "0006-images.sql");

  static List<Migration> all() {
    return RESOURCES.stream().map(Migration::ofResource).toList();
  }

  private static Migration ofResource(String name) {
    int number = Integer.parseInt(name.substring(0, name.indexOf('-')));
    try (InputStream in = Migration.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + name);
      }
      return new Migration(number, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
