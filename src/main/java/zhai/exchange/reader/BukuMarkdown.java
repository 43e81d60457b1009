package zhai.exchange.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;

/// buku's Markdown: a list item a bookmark, its tags in a comment behind it. `- [title](https://…)
/// <!-- TAGS: a,b -->
///
/// `, or `- <https://…>` where there is no title.
public final class BukuMarkdown implements ImportReader {
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s*[-*] (?:\\[(?<title>.*)]\\((?<url>\\S+)\\)|<(?<bare>[^>\\s]+)>)"
              + "(?:\\s*<!-- TAGS: (?<tags>.*?) -->)?\\s*");

  // Nobody's bookmark is longer; the pattern takes long for a line that is made for it.
  private static final int LONGEST_LINE = 20_000;

  @Override
  public boolean recognises(Beginning beginning) {
    String text = beginning.text();
    return text.contains("<!-- TAGS: ")
        && text.lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .filter(line -> line.length() <= LONGEST_LINE && ITEM.matcher(line).matches())
            .isPresent();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    try (BufferedReader text = new BufferedReader(in.text())) {
      int number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        Matcher item = ITEM.matcher(line);
        if (line.length() <= LONGEST_LINE && item.matches()) {
          sink.accept(new Place(in.name(), number), item(item));
        } else if (!line.isBlank()) {
          sink.accept(
              new Place(in.name(), number),
              new ImportLine.Rejected("This line is no bookmark of buku's.", null, line));
        }
      }
    }
  }

  private static ImportLine item(Matcher item) {
    String bare = item.group("bare");
    String tags = Objects.requireNonNullElse(item.group("tags"), "");
    return Links.read(
        bare == null ? item.group("url") : bare,
        it ->
            it.titled(Links.words(item.group("title")))
                .tagged(Links.tags(Stream.of(tags.split(",")))));
  }
}
