package zhai.exchange.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.exchange.Characters;
import zhai.exchange.Skip;

/// The links in a piece of HTML within a note: `<a href>` and addresses in its text are the user's;
/// what a tag embeds (`<img src>`, `<iframe src>`), comments, scripts and code are not.
///
/// HTML is not parsed here, only cut at `<` and `>`: it may be torn, it may be JSX, and nothing of
/// it may be lost.
final class HtmlLinks {
  private static final Pattern HREF =
      Pattern.compile(
          "<a\\s(?:[^>]{0,2000}?\\s)??href\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s>]++))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");

  private static final Set<String> CODE = Set.of("pre", "code", "script", "style", "textarea");

  private static final int MAX_ANCHOR_CHARS = 500;

  private final String html;
  private final int offset;
  private final List<Spot> spots = new ArrayList<>();
  private int nextEnd = -1;

  private HtmlLinks(String html, int offset) {
    this.html = html;
    this.offset = offset;
  }

  /// The links in their order.
  ///
  /// @param offset where the piece begins in the note's text
  static List<Spot> in(String html, int offset) {
    HtmlLinks links = new HtmlLinks(html, offset);
    links.read();
    return links.spots;
  }

  /// The http(s) address of an `<a …>` tag.
  static Optional<String> href(String tag) {
    Matcher href = HREF.matcher(tag);
    if (!href.lookingAt()) {
      return Optional.empty();
    }
    String address =
        href.group(1) != null
            ? href.group(1)
            : href.group(2) != null ? href.group(2) : href.group(3);
    String url = address.strip().replace("&amp;", "&");
    return url.matches("(?is)https?://.+") ? Optional.of(url) : Optional.empty();
  }

  static boolean closesAnchor(String tag) {
    return tag.regionMatches(true, 0, "</a", 0, 3);
  }

  /// The text without tags, on one line.
  static String plain(String html) {
    return Characters.oneLine(TAG.matcher(html).replaceAll(""));
  }

  private void read() {
    int at = 0;
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      int textEnd = open < 0 ? html.length() : open;
      addText(at, textEnd);
      at = open < 0 ? textEnd : open(open);
    }
  }

  // What begins at a `<`: a comment, code, a link, another tag, or nothing.
  private int open(int open) {
    if (html.startsWith("<!--", open)) {
      return skip(open, behind("-->", open, html.length()), Skip.IN_COMMENT);
    }
    int end = tagEnd(open);
    if (end < 0) {
      addText(open + 1, html.length());
      return html.length();
    }
    String tag = html.substring(open, end);
    String name = tag.substring(1).split("[\\s/>]", 2)[0].toLowerCase(Locale.ROOT);
    if (CODE.contains(name)) {
      return skip(open, behind("</" + name, end, html.length()), Skip.IN_CODE);
    }
    Optional<String> href = href(tag);
    return href.isPresent() ? addAnchor(href.get(), open, end) : skip(open, end, Skip.EMBEDDED);
  }

  private int addAnchor(String url, int open, int tagEnd) {
    int textEnd = behind("</a", tagEnd, Math.min(html.length(), tagEnd + MAX_ANCHOR_CHARS));
    boolean closed = html.regionMatches(true, textEnd - 3, "</a", 0, 3);
    String inside = html.substring(tagEnd, closed ? textEnd - 3 : textEnd);
    spots.add(Spot.bare(url, offset + open, offset + tagEnd).labelled(plain(inside), ""));
    return inside.contains("http") ? tagEnd : textEnd;
  }

  private void addText(int from, int to) {
    for (BareLink bare : BareLink.in(html.substring(from, to))) {
      int start = offset + from + bare.start();
      spots.add(Spot.bare(bare.url(), start, offset + from + bare.end()));
    }
  }

  private int skip(int from, int to, Skip why) {
    for (BareLink bare : BareLink.in(html.substring(from, to))) {
      int start = offset + from + bare.start();
      spots.add(Spot.skipped(bare.url(), start, offset + from + bare.end(), why));
    }
    return to;
  }

  private int tagEnd(int open) {
    if (nextEnd <= open && nextEnd != Integer.MAX_VALUE) {
      int found = html.indexOf('>', open);
      nextEnd = found < 0 ? Integer.MAX_VALUE : found + 1;
    }
    return nextEnd == Integer.MAX_VALUE ? -1 : nextEnd;
  }

  private int behind(String end, int from, int limit) {
    Matcher found = Pattern.compile(Pattern.quote(end), Pattern.CASE_INSENSITIVE).matcher(html);
    return found.region(from, limit).find() ? found.end() : limit;
  }
}
