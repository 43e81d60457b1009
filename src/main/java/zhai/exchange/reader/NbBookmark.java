package zhai.exchange.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;

/// A bookmark file of nb: Markdown with the title as heading, the address in angle brackets, and
/// what there is to say of it under headings that nb knows.
///
/// `Quote` is an excerpt, `Description` and `Comment` are notes, `Content` is the page's text.
public final class NbBookmark implements ImportReader {
  private static final Pattern TITLE = Pattern.compile("# (.+?)(?: \\([\\w.-]+\\))?\\s*");
  private static final Pattern ADDRESS = Pattern.compile("<(\\S+)>\\s*");
  private static final Pattern HEADING = Pattern.compile("## (.+?)\\s*");

  // A title that is longer is none; the pattern takes long for a line that is made for it.
  private static final int LONGEST_TITLE = 2_000;

  private static final Set<String> HEADINGS =
      Set.of("description", "quote", "comment", "related", "tags", "content", "source", "page");

  @Override
  public boolean recognises(Beginning beginning) {
    List<String> lines =
        beginning
            .text()
            .lines()
            .filter(line -> !line.isBlank() && line.length() <= LONGEST_TITLE)
            .limit(3)
            .toList();
    int at = !lines.isEmpty() && TITLE.matcher(lines.getFirst()).matches() ? 1 : 0;
    return lines.size() > at
        && ADDRESS.matcher(lines.get(at)).matches()
        && (beginning.name().contains(".bookmark") || hasHeading(lines, at + 1));
  }

  private static boolean hasHeading(List<String> lines, int at) {
    return lines.size() > at && heading(lines.get(at)) != null;
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Map<String, StringBuilder> parts = new HashMap<>();
    String address = null;
    String title = null;
    int at = 0;
    try (BufferedReader text = new BufferedReader(in.text())) {
      String part = "";
      int number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        Matcher link = ADDRESS.matcher(line);
        Matcher heading = TITLE.matcher(line.length() > LONGEST_TITLE ? "" : line);
        String next = part.equals("content") ? null : heading(line);
        if (address == null && link.matches()) {
          address = link.group(1);
          at = number;
        } else if (address == null && title == null && heading.matches()) {
          title = heading.group(1);
        } else if (next != null) {
          part = next;
        } else {
          parts.computeIfAbsent(part, _ -> new StringBuilder()).append(line).append('\n');
        }
      }
    }
    sink.accept(new Place(in.name(), Math.max(1, at)), item(address, title, parts));
  }

  // The page's text comes last and may have any headings.
  private static @Nullable String heading(String line) {
    Matcher heading = HEADING.matcher(line.length() > LONGEST_TITLE ? "" : line);
    String name = heading.matches() ? heading.group(1).toLowerCase(Locale.ROOT) : "";
    return HEADINGS.contains(name) ? name : null;
  }

  private static ImportLine item(
      @Nullable String address, @Nullable String title, Map<String, StringBuilder> parts) {
    String content = words(parts, "content");
    String quote = words(parts, "quote");
    String tags = words(parts, "tags");
    return Links.read(
        address,
        it ->
            it.titled(title)
                .paged(content == null ? null : new PageGiven.Text(content))
                .tagged(Links.tags(Stream.of((tags == null ? "" : tags).split("\\s+"))))
                .noted(Links.notes(words(parts, "description"), words(parts, "comment")))
                .quoting(Links.quotes(quote == null ? null : unquoted(quote))));
  }

  private static @Nullable String words(Map<String, StringBuilder> parts, String name) {
    StringBuilder part = parts.get(name);
    return part == null ? null : Links.words(part.toString());
  }

  private static String unquoted(String quote) {
    return quote.replaceAll("(?m)^> ?", "").strip();
  }
}
