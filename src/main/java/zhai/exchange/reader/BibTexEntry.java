package zhai.exchange.reader;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One `@type{key, field = value, …}` of a BibTeX file.
///
/// @param type in lower case
/// @param fields values as they stand there, in TeX, by names in lower case
/// @param complaint what is wrong behind the last field; empty if nothing is
record BibTexEntry(String type, String key, Map<String, String> fields, String complaint) {

  /// The value, or empty.
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /// Reads the entries of a text one after the other.
  static final class Scanner {
    private final String text;
    private final Map<String, String> strings;
    private int at;

    /// @param strings what `@string` has named so far; grows with this text
    Scanner(String text, Map<String, String> strings) {
      this.text = text;
      this.strings = strings;
    }

    /// What is found to be no BibTeX.
    private static final class Broken extends Exception {
      private static final long serialVersionUID = 1;

      Broken(String complaint) {
        super(complaint, null, false, false);
      }
    }

    /// Goes to the next `@`.
    ///
    /// @return false if there is none
    boolean find() {
      int next = text.indexOf('@', at);
      at = next < 0 ? text.length() : next;
      return next >= 0;
    }

    /// Reads the entry that begins here, as far as it can be read. Comments and what TeX is told
    /// come out without fields.
    BibTexEntry read() {
      at++;
      String type = word().toLowerCase(Locale.ROOT);
      Map<String, String> fields = new LinkedHashMap<>();
      String key = "";
      try {
        skipSpace();
        if (at >= text.length() || (peek() != '{' && peek() != '(')) {
          return new BibTexEntry("", "", fields, "");
        }
        char close = peek() == '{' ? '}' : ')';
        if (type.equals("comment") || type.equals("preamble")) {
          value();
          return new BibTexEntry(type, "", fields, "");
        }
        at++;
        if (!type.equals("string")) {
          key = key(close);
        }
        fields(close, type.equals("string") ? strings : fields);
        return new BibTexEntry(type, key, fields, "");
      } catch (Broken e) {
        return new BibTexEntry(type, key, fields, String.valueOf(e.getMessage()));
      }
    }

    private String key(char close) throws Broken {
      int start = at;
      while (peek() != ',' && peek() != close) {
        at++;
      }
      return text.substring(start, at).strip();
    }

    private void fields(char close, Map<String, String> fields) throws Broken {
      while (true) {
        skipSpaceAndCommas();
        if (peek() == close) {
          at++;
          return;
        }
        String name = word().toLowerCase(Locale.ROOT);
        skipSpace();
        if (name.isEmpty() || peek() != '=') {
          throw new Broken("a field should be a name, = and a value");
        }
        at++;
        fields.putIfAbsent(name, concatenation());
      }
    }

    private String concatenation() throws Broken {
      StringBuilder value = new StringBuilder();
      do {
        skipSpace();
        value.append(value());
        skipSpace();
      } while (at < text.length() && peek() == '#' && ++at > 0);
      return value.toString();
    }

    private String value() throws Broken {
      char open = peek();
      if (open == '{' || open == '(') {
        return bracketed(open, open == '{' ? '}' : ')');
      }
      if (open == '"') {
        at++;
        return until('"');
      }
      String name = word();
      if (name.isEmpty()) {
        throw new Broken("a value should stand in braces or quotation marks");
      }
      return strings.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private String bracketed(char open, char close) throws Broken {
      at++;
      return open == '{' ? until('}') : until(close);
    }

    /// What stands before the closing character that is in no braces; goes behind that character.
    private String until(char close) throws Broken {
      int start = at;
      int depth = 0;
      for (; depth > 0 || peek() != close; at++) {
        char c = peek();
        if (c == '\\' && at + 1 < text.length()) {
          at++;
        } else {
          depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
      }
      return text.substring(start, at++);
    }

    private String word() {
      int start = at;
      while (at < text.length() && isOfName(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private static boolean isOfName(char c) {
      return !Character.isWhitespace(c) && "{}(),=\"#@%".indexOf(c) < 0;
    }

    private void skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private void skipSpaceAndCommas() {
      skipSpace();
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        skipSpace();
      }
    }

    private char peek() throws Broken {
      if (at >= text.length()) {
        throw new Broken("the entry doesn't end");
      }
      return text.charAt(at);
    }
  }
}
