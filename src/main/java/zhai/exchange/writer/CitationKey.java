package zhai.exchange.writer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.model.Entry;

/// What a text cites a bookmark by: `example2024small-8`, of host, year, a word of the title, and
/// the bookmark's number. The number makes it the only one and keeps it the same in every export;
/// only ASCII, since BibTeX takes no other letters.
final class CitationKey {
  private static final Pattern WORD = Pattern.compile("[a-z]{4,}");

  private CitationKey() {}

  static String of(Entry entry) {
    PageFacts page = PageFacts.of(entry);
    String year =
        page.published() == null ? "" : Integer.toString(page.published().day().getYear());
    Matcher word = WORD.matcher(page.title().toLowerCase(Locale.ROOT));
    String first = page.title().equals(page.address()) || !word.find() ? "" : word.group();
    return site(entry.bookmark().url().host()) + year + first + "-" + entry.bookmark().id();
  }

  // Of `blog.example.co.uk` the longest label, which is the name in nearly all cases.
  private static String site(String host) {
    String longest = "";
    for (String label : host.replaceAll("[^a-z0-9.]", "").split("\\.")) {
      longest = label.length() > longest.length() ? label : longest;
    }
    return longest.isEmpty() ? "page" : longest;
  }
}
