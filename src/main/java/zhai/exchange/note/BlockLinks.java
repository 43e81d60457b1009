package zhai.exchange.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.Skip;
import zhai.exchange.WebLinks;

/// All links of one block: first those that Markdown knows, then the addresses that stand bare in
/// what is left of its text, and those that people write as links though Markdown doesn't take them
/// for such (`[题](https://a.example/b c)`, `[题]（https://a.example/）`).
final class BlockLinks {
  private static final Pattern LOOSE =
      Pattern.compile(
          "\\[([^\\[\\]\\r\\n]{1,500}+)] ?[(（][ \\t]{0,3}+"
              + "(https?://[^\\r\\n()（）]{1,2000}+"
              + "(?:\\([^\\r\\n()（）]{0,500}+\\)[^\\r\\n()（）]{0,2000}+){0,20}+)[)）]");

  private static final Pattern LINK_TITLE = Pattern.compile("\\s[\"“'].*\\z");

  private static final Pattern OTHER_SCHEME =
      Pattern.compile("(?!https?:)[a-zA-Z][a-zA-Z0-9+.-]{1,30}+:\\S.*+", Pattern.DOTALL);

  private final NoteText text;
  private final int start;
  private final char[] rest;
  private final char[] words;
  private final List<Spot> spots = new ArrayList<>();
  private @Nullable Anchor anchor;

  private BlockLinks(NoteText text, int start, int end) {
    this.text = text;
    this.start = start;
    this.rest = text.shown().substring(start, end).toCharArray();
    this.words = rest.clone();
  }

  /// What was found.
  ///
  /// @param start of the block in the note's text
  /// @param spots in the order of the text
  /// @param words the block's text with pictures, HTML tags and comments blanked out
  record Found(int start, List<Spot> spots, String words) {}

  /// `<a href=…>` whose end is still to come.
  private record Anchor(String url, int start, int textStart) {}

  static Found in(Node block, NoteText text) {
    List<SourceSpan> lines = block.getSourceSpans();
    if (lines.isEmpty()) {
      return new Found(0, List.of(), "");
    }
    BlockLinks links = new BlockLinks(text, start(lines), end(lines));
    links.visitChildren(block);
    links.closeAnchor(end(lines), end(lines));
    links.findLoose();
    links.findBare();
    links.spots.sort(Comparator.comparingInt(Spot::start));
    return new Found(links.start, List.copyOf(links.spots), new String(links.words));
  }

  static int start(List<SourceSpan> lines) {
    return lines.getFirst().getInputIndex();
  }

  static int end(List<SourceSpan> lines) {
    SourceSpan last = lines.getLast();
    return last.getInputIndex() + last.getLength();
  }

  private void visitChildren(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      visit(child);
    }
  }

  private void visit(Node node) {
    List<SourceSpan> at = node.getSourceSpans();
    switch (node) {
      case Link link when !at.isEmpty() -> {
        addLink(link, start(at), end(at));
        visitChildren(link);
        blank(rest, start(at), end(at));
      }
      case Image image when !at.isEmpty() -> {
        skip(image.getDestination(), start(at), end(at), Skip.EMBEDDED);
        visitChildren(image);
        blank(rest, start(at), end(at));
        blank(words, start(at), end(at));
      }
      case Code code when !at.isEmpty() -> {
        skipAll(start(at), end(at), Skip.IN_CODE);
        blank(rest, start(at), end(at));
      }
      case HtmlInline html when !at.isEmpty() -> addHtml(html, start(at), end(at));
      default -> visitChildren(node);
    }
  }

  private void addLink(Link link, int from, int to) {
    String url = link.getDestination();
    if (!WebLinks.isWeb(url)) {
      skip(url, from, to, Skip.NOT_WEB);
    } else if (text.raw().charAt(from) == '<') {
      spots.add(Spot.bare(url, from, to));
    } else {
      String title = PlainText.of(link);
      String said = title.isEmpty() && link.getTitle() != null ? link.getTitle() : title;
      spots.add(Spot.bare(url, from, to).labelled(Characters.oneLine(said), label(link)));
    }
  }

  private String label(Link link) {
    Node first = link.getFirstChild();
    Node last = link.getLastChild();
    if (first == null || last == null || last.getSourceSpans().isEmpty()) {
      return "";
    }
    int from = start(link.getSourceSpans()) + 1;
    int to = Math.max(from, end(last.getSourceSpans()));
    return text.raw().substring(from, to).replaceAll("[\\r\\n]++[\\s>]*+", " ");
  }

  private void addHtml(HtmlInline html, int from, int to) {
    Optional<String> href = HtmlLinks.href(html.getLiteral());
    if (href.isPresent()) {
      closeAnchor(from, from);
      anchor = new Anchor(href.get(), from, to);
    } else if (anchor != null && HtmlLinks.closesAnchor(html.getLiteral())) {
      closeAnchor(from, to);
    } else {
      boolean comment = html.getLiteral().startsWith("<!--");
      skipAll(from, to, comment ? Skip.IN_COMMENT : Skip.EMBEDDED);
    }
    blank(rest, from, to);
    blank(words, from, to);
  }

  private void closeAnchor(int textEnd, int to) {
    if (anchor != null) {
      String said = HtmlLinks.plain(text.shown().substring(anchor.textStart, textEnd));
      spots.add(Spot.bare(anchor.url, anchor.start, to).labelled(said, ""));
      blank(rest, anchor.start, to);
      anchor = null;
    }
  }

  private void findLoose() {
    Matcher loose = LOOSE.matcher(new String(rest));
    while (loose.find()) {
      String url = LINK_TITLE.matcher(loose.group(2)).replaceFirst("").strip().replace(" ", "%20");
      String label = loose.group(1);
      int from = start + loose.start();
      int to = start + loose.end();
      spots.add(Spot.bare(url, from, to).labelled(Characters.oneLine(label), label));
      blank(rest, from, to);
    }
  }

  private void findBare() {
    for (BareLink bare : BareLink.in(new String(rest))) {
      spots.add(Spot.bare(bare.url(), start + bare.start(), start + bare.end()));
    }
  }

  private void skipAll(int from, int to, Skip why) {
    for (BareLink bare : BareLink.in(text.shown().substring(from, to))) {
      skip(bare.url(), from + bare.start(), from + bare.end(), why);
    }
  }

  private void skip(@Nullable String url, int from, int to, Skip why) {
    if (url != null && (WebLinks.isWeb(url) || OTHER_SCHEME.matcher(url).matches())) {
      spots.add(Spot.skipped(url, from, to, WebLinks.isWeb(url) ? why : Skip.NOT_WEB));
    }
  }

  private void blank(char[] part, int from, int to) {
    for (int i = Math.max(0, from - start); i < Math.min(part.length, to - start); i++) {
      part[i] = part[i] == '\n' || part[i] == '\r' ? part[i] : ' ';
    }
  }
}
