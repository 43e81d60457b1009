package zhai.exchange.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Words;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.url.ShareText;

/// Plain text with addresses in it: a list of links, what an app's share button copies (`标题 - 作者
/// http://xhslink.com/o/abc 复制后打开`), what an extension for tabs writes (`https://… | Title`).
///
/// The words before an address are its title, or those behind a `|`, or the line above where the
/// address stands alone. Words that are too long for a title are a note.
public final class TextReader implements ImportReader {
  private static final int LONGEST_TITLE = 200;

  /// Files of other kinds, in which an address is not alone what one wants.
  private static final Set<String> OTHERS =
      Set.of(
          "md",
          "mdx",
          "markdown",
          "html",
          "htm",
          "xml",
          "json",
          "jsonl",
          "csv",
          "tsv",
          "bib",
          "ris");

  // A bullet, a number, a box to tick; and what joins words to an address.
  private static final Pattern BEFORE =
      Pattern.compile("^(?:[-*+•·>]|\\d{1,4}[.)、])?\\s*(?:\\[[ xX]])?\\s*");
  private static final Pattern JOINT = Pattern.compile("[\\s:：|｜<>(（\\[—–-]+$");
  private static final Pattern TITLE_BEHIND = Pattern.compile("^\\s*[|｜\\t]\\s*(.+)$");

  @Override
  public boolean recognises(Beginning beginning) {
    String text = beginning.text();
    String start = text.stripLeading();
    return !OTHERS.contains(beginning.ending())
        && text.indexOf('\0') < 0
        && (!start.startsWith("<") || start.startsWith("<http"))
        && !start.startsWith("{")
        && !ShareText.urlsIn(text).isEmpty();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    try (BufferedReader text = new BufferedReader(in.text())) {
      String above = "";
      int number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        List<String> urls = ShareText.urlsIn(line);
        for (String url : urls) {
          String title = urls.size() == 1 ? title(line, url, above) : null;
          sink.accept(new Place(in.name(), number), item(url, title));
        }
        above = urls.isEmpty() ? line : "";
      }
    }
  }

  private static ImportLine item(String url, @Nullable String words) {
    boolean isTitle = words != null && words.length() <= LONGEST_TITLE;
    return Links.read(
        url,
        it ->
            it.titled(isTitle ? words : null)
                .noted(words == null || isTitle ? List.of() : List.of(Words.of(words))));
  }

  private static @Nullable String title(String line, String url, String above) {
    int at = line.indexOf(url);
    String before = words(line.substring(0, at));
    if (before != null) {
      return before;
    }
    Matcher behind = TITLE_BEHIND.matcher(line.substring(at + url.length()));
    if (behind.matches()) {
      return Links.words(behind.group(1));
    }
    boolean alone = line.substring(at + url.length()).isBlank();
    boolean heads = above.strip().endsWith(":") || above.strip().endsWith("：");
    return alone && !heads && above.length() <= LONGEST_TITLE ? words(above) : null;
  }

  private static @Nullable String words(String text) {
    if (text.length() > 2 * LONGEST_TITLE) {
      return Links.words(text);
    }
    String words = JOINT.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
    return words.codePoints().filter(Character::isLetterOrDigit).count() > 1 ? words.strip() : null;
  }
}
