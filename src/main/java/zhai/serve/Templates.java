package zhai.serve;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The templates of the pages. Whatever is put into one is escaped, in text and in quoted
/// attributes; the three braces that would leave that out stand only around markup that
/// `zhai.exchange` has cleaned.
final class Templates {
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .withLoader(name -> new StringReader(text(name)));

  private final Map<String, Template> known = new ConcurrentHashMap<>();

  /// @param view a record whose components the template names; null is nothing
  String fill(String name, Object view) {
    return known.computeIfAbsent(name, it -> COMPILER.compile(text(it))).execute(view);
  }

  private static String text(String name) {
    String file = "templates/" + name + ".mustache";
    try (InputStream in = Templates.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program is not whole: " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
