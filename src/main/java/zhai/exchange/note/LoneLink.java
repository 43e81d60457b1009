package zhai.exchange.note;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
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

  // What Obsidian's plug-ins for tasks and data write behind one: `✅ 2026-02-04`, `[due:: Friday]`.
  private static final Pattern TASK =
      Pattern.compile(
          "[✅❌➕⏳🛫📅]\\x{FE0F}?+\\s*+\\d{4}-\\d{2}-\\d{2}|[(\\[][\\w-]{1,30}+::[^)\\]\\r\\n]{0,100}+[)\\]]");

  private static final Pattern WORK = Pattern.compile("《([^《》]++)》");

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
    String tail = TASK.matcher(AFTER.matcher(after).replaceAll(" ")).replaceAll(" ");
    if (leads && isSilent(Hashtags.without(tail))) {
      String title = link.title() == null ? titleIn(lead) : link.title();
      return Optional.of(new LoneLink(link, title, Hashtags.all(tail)));
    }
    return link.title() == null
        ? SharedPage.title(lead, after).map(title -> new LoneLink(link, title, List.of()))
        : Optional.empty();
  }

  /// What an app calls the page, or the person in title marks; other words that lead to an address
  /// (来源, today) are no title.
  private static @Nullable String titleIn(String lead) {
    Matcher work = WORK.matcher(lead);
    return SharedPage.title(lead, "")
        .orElseGet(() -> work.find() ? Characters.oneLine(work.group(1)) : null);
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
