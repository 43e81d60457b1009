package zhai.extract;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a page shows at first sight, before anybody looks for its article: how much text, how much
/// of it prose, how many links.
///
/// It is counted in one pass over the parsed page, without a copy, and the pass ends as soon as
/// there is {@link #isPlenty() plenty}: an ordinary page costs a few hundred nodes. Weights are in
/// the unit of {@link TextWeight}.
final class Glance {
  private static final int MAX_SCRIPT = 100_000;
  private static final int MAX_SCRIPTS = 400_000;

  /// Data of this many characters may be the text that a script will show.
  private static final int MUCH_DATA = 3_000;

  /// Where ordinary pages keep their logins and newsletters.
  private static final Set<String> EDGES = Set.of("header", "nav", "footer", "aside", "dialog");

  /// `window.__STATE__ = {"…`: a script that only carries the page's data.
  private static final Pattern DATA_SCRIPT =
      Pattern.compile(
          "\\s*(?:(?:window|self|globalThis|var|let|const)[\\s.\\[\"']{1,4})?_{0,3}[A-Z][A-Z0-9_]{2,40}"
              + "[\\]\"'\\s]{0,4}=\\s{0,4}(?:\\{\\s{0,9}\"|\\[|JSON\\.parse|\\(function|[\"'][\\[{])"
              + "|\\s*\\(?self\\.__next_f");

  private final Document document;
  private final TextCount count;
  private @Nullable String scripts;
  private @Nullable String letters;
  private int dataLength;

  private Glance(Document document, TextCount count) {
    this.document = document;
    this.count = count;
  }

  static Glance at(Document document) {
    return new Glance(document, TextCount.untilPlenty(document.body()));
  }

  /// Whether so much was seen that the pass ended early; the other counts are then lower bounds.
  boolean isPlenty() {
    return count.isPlenty();
  }

  /// Of all visible text.
  double weight() {
    return count.weight();
  }

  /// Of the visible text that reads like sentences.
  double prose() {
    return count.prose();
  }

  int links() {
    return count.links();
  }

  /// Whether the page has a visible field for writing a text: a comment, a question, a message.
  boolean invitesText() {
    return count.invitesText();
  }

  /// The first of these elements that is not at the page's edge and not hidden, or null.
  static @Nullable Element firstInside(Stream<Element> elements) {
    return elements.filter(Glance::isInside).findFirst().orElse(null);
  }

  private static boolean isInside(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      if (EDGES.contains(up.normalName()) || TextCount.isHidden(up)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the title or the first heading is this, in {@link TextKey#letters}.
  boolean isTitled(String title) {
    Element heading = document.selectFirst("h1");
    return TextKey.letters(document.title()).equals(title)
        || (heading != null && TextKey.letters(heading.text()).equals(title));
  }

  /// The beginning of the visible text and the title, in {@link TextKey#letters}.
  String saidInLetters() {
    if (letters == null) {
      letters = TextKey.letters(document.title() + count.beginning());
    }
    return letters;
  }

  /// The addresses of the page's scripts and the beginnings of those in it, data left out.
  String scripts() {
    if (scripts == null) {
      scripts = readScripts();
    }
    return scripts;
  }

  /// Whether the page has data with it that may hold its text.
  boolean carriesData() {
    scripts();
    return dataLength >= MUCH_DATA;
  }

  private String readScripts() {
    var all = new StringBuilder();
    for (Element script : document.select("script")) {
      String code = script.data();
      if (isData(script, code)) {
        dataLength += code.length();
      } else if (all.length() < MAX_SCRIPTS) {
        all.append(script.attr("src")).append('\n');
        all.append(code, 0, Math.min(code.length(), MAX_SCRIPT)).append('\n');
      }
    }
    return all.toString();
  }

  private static boolean isData(Element script, String code) {
    String type = script.attr("type");
    return type.contains("json")
        || type.contains("template")
        || (code.length() >= MUCH_DATA && DATA_SCRIPT.matcher(code).lookingAt());
  }
}
