package zhai.exchange.note;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.Tag;

/// A block whose only content is one link: there a record begins.
///
/// Beside the link may stand what says nothing (`- [ ]`, `TODO`, emphasis, punctuation, a picture,
/// `^block-id`, `{#anchor}`) and hashtags. Before a bare address a short lead-in may stand as well
/// (at most {@value #MAX_LEAD_IN} characters, no end of a sentence: `今天读的：https://…`), before a
/// labelled link one that ends with a colon. And the text that an app puts around an address when
/// somebody shares it is the app's, see {@link SharedPage}.
///
/// @param link the only one
/// @param title what the block calls the page, or null
/// @param tags the hashtags beside it
record LoneLink(Spot link, @Nullable String title, List<Tag> tags) {
  static final int MAX_LEAD_IN = 40;

  private static final Pattern LINE_START = Pattern.compile("[\\r\\n]++[\\s>]*+");

  private static final Pattern MARKERS =
      Pattern.compile(
          "\\A\\s*+(?:\\[!?[\\w-]{0,20}+ ?][+-]?|"
              + "(?:TODO|DOING|DONE|NOW|LATER|WAITING|CANCELL?ED)\\b)?+\\s*+");

  private static final Pattern FOOTNOTE = Pattern.compile("\\A\\s*+\\[\\^[^\\]]*+]:");

  private static final Pattern AFTER =
      Pattern.compile(
          "(?:\\s|\\A)\\^[\\w-]++\\s*+\\z|\\{[:#.][^}\\r\\n]{0,200}+}|\\{target=[^}\\r\\n]{0,50}+}");

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;…]|\\.(?:\\s|\\z)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  /// @return empty if the block says more, or has no link or several
  static Optional<LoneLink> in(BlockLinks.Found block) {
    List<Spot> pages = block.spots().stream().filter(Spot::isPage).toList();
    if (pages.isEmpty() || pages.stream().map(Spot::url).distinct().count() > 1) {
      return Optional.empty();
    }
    Spot first = pages.getFirst();
    String before = oneLine(block.words().substring(0, first.start() - block.start()));
    String after = oneLine(block.words().substring(pages.getLast().end() - block.start()));
    return pages.size() == 1 || isSilent(between(block, pages))
        ? of(named(pages), before, after)
        : Optional.empty();
  }

  private static String between(BlockLinks.Found block, List<Spot> pages) {
    StringBuilder words = new StringBuilder();
    for (int i = 1; i < pages.size(); i++) {
      int from = pages.get(i - 1).end() - block.start();
      words.append(block.words(), from, Math.max(from, pages.get(i).start() - block.start()));
    }
    return words.toString();
  }

  private static Spot named(List<Spot> pages) {
    return pages.stream().filter(it -> it.title() != null).findFirst().orElse(pages.getFirst());
  }

  private static Optional<LoneLink> of(Spot link, String before, String after) {
    if (FOOTNOTE.matcher(before).find()) {
      return Optional.empty();
    }
    String lead = MARKERS.matcher(before).replaceFirst("");
    boolean leads = link.title() == null ? isLeadIn(lead) : isLabel(lead);
    String tail = AFTER.matcher(after).replaceAll(" ");
    if (leads && isSilent(Hashtags.without(tail))) {
      Optional<String> shared = SharedPage.title(lead, "").filter(_ -> link.title() == null);
      return Optional.of(new LoneLink(link, shared.orElse(link.title()), Hashtags.all(tail)));
    }
    return link.title() == null
        ? SharedPage.title(lead, after).map(title -> new LoneLink(link, title, List.of()))
        : Optional.empty();
  }

  private static boolean isLeadIn(String lead) {
    return lead.codePointCount(0, lead.length()) <= MAX_LEAD_IN
        && !SENTENCE_END.matcher(lead).find();
  }

  private static boolean isLabel(String lead) {
    String label = lead.strip().replaceFirst("[*_\\s]++\\z", "");
    return isSilent(lead) || (isLeadIn(lead) && (label.endsWith(":") || label.endsWith("：")));
  }

  private static boolean isSilent(String words) {
    return !WORD.matcher(words).find();
  }

  private static String oneLine(String words) {
    return LINE_START.matcher(words).replaceAll(" ").strip();
  }
}
