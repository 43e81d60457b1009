package zhai.exchange.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.exchange.ImportLine;
import zhai.exchange.Tags;
import zhai.model.Tag;

/// The Markdown file that Omnivore writes of a page's highlights: each a block quote, perhaps with
/// a link to Omnivore and `#labels` at its end, then what the reader wrote about it. What stands
/// before the first quote is a note on the page.
///
/// @param tags the highlights' labels, each once
record OmnivoreHighlights(
    List<ImportLine.Quote> quotes, List<ImportLine.Words> notes, List<Tag> tags) {
  private static final Pattern LINK = Pattern.compile("\\s*\\[⤴️?]\\([^)]*\\)");
  private static final Pattern LABELS =
      Pattern.compile("(?<!\\s)(?:\\s++#[^\\s#]{1,100}+){1,100}+\\s*+$");

  static final OmnivoreHighlights NONE = new OmnivoreHighlights(List.of(), List.of(), List.of());

  static OmnivoreHighlights read(String markdown) {
    Reading reading = new Reading();
    markdown.lines().forEach(reading::take);
    return reading.finish();
  }

  private static final class Reading {
    private final List<ImportLine.Quote> quotes = new ArrayList<>();
    private final List<ImportLine.Words> notes = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private final StringBuilder quote = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private boolean inQuote;

    void take(String line) {
      boolean isQuoted = line.startsWith(">");
      if (isQuoted && !inQuote) {
        finishOne();
      }
      // A line without `>` right behind one that has it still belongs to the quote.
      inQuote = isQuoted || (inQuote && !line.isBlank());
      String text = isQuoted ? line.substring(1).replaceFirst("^ ", "") : line;
      (inQuote ? quote : words).append(text).append('\n');
    }

    private void finishOne() {
      String comment = words.toString().strip();
      String quoted = withoutLabels(LINK.matcher(quote).replaceAll("")).strip();
      if (!quoted.isEmpty()) {
        quotes.add(ImportLine.Quote.of(quoted, comment.isEmpty() ? null : comment));
      } else if (!comment.isEmpty()) {
        notes.add(ImportLine.Words.of(comment));
      }
      quote.setLength(0);
      words.setLength(0);
    }

    private String withoutLabels(String text) {
      Matcher labels = LABELS.matcher(text);
      if (!labels.find()) {
        return text;
      }
      for (String label : labels.group().strip().split("\\s+")) {
        Tags.parse(label).filter(tag -> !tags.contains(tag)).ifPresent(tags::add);
      }
      return text.substring(0, labels.start());
    }

    OmnivoreHighlights finish() {
      finishOne();
      return new OmnivoreHighlights(quotes, notes, tags);
    }
  }
}
