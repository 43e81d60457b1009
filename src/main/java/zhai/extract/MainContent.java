package zhai.extract;

import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The article of a page: its blocks, chosen by {@link ContentChooser} and copied out of the page.
///
/// @param element the article, detached from its page; its base address is kept
/// @param blocks what it was made of, in the order of the page
/// @param named whether the page names exactly one element as the body of an article
/// @param conversation whether the page is a thread or a question with answers
record MainContent(Element element, List<Block> blocks, boolean named, boolean conversation) {

  /// A page of less is shown whole, see {@link TextWeight}.
  private static final double MAX_TINY = 300;

  /// A line of less that ends in a full stop may be a label.
  private static final double MIN_SENTENCE = 20;

  private static final long MARKED =
      Trait.NAMED_BODY.bit() | Trait.NAMED_ARTICLE.bit() | Trait.ARTICLE_TAG.bit();

  static MainContent find(Page.Html page, StructuredData data, @Nullable String title) {
    PageClues clues = PageClues.of(page, data, title);
    Element body = page.document().body();
    PageMap map = PageMap.of(body);
    Interruption.check();
    BitSet chosen = isTiny(map) ? shown(map) : ContentChooser.choose(map, clues);
    Companions.join(map, chosen);
    return new MainContent(
        Cutting.cut(map, chosen, body.baseUri()),
        chosen.stream().mapToObj(map.blocks()::get).toList(),
        hasOneNamedBody(map),
        clues.conversation());
  }

  /// A page of a few words, no sentence among them, none marked as an article: nothing tells which
  /// of them are its content, and whoever keeps it keeps all.
  private static boolean isTiny(PageMap map) {
    int blocks = map.blocks().size();
    return map.prose(0, blocks) == 0
        && map.weight(0, blocks) < MAX_TINY
        && map.blocks().stream().noneMatch(MainContent::isSentence)
        && map.regions().stream().noneMatch(region -> (region.ownTraits() & MARKED) != 0);
  }

  private static boolean isSentence(Block block) {
    return block.weight() >= MIN_SENTENCE
        && block.linkWeight() == 0
        && block.text().matches("(?s).*[.。!！?？]");
  }

  private static BitSet shown(PageMap map) {
    var shown = new BitSet();
    for (int i = 0; i < map.blocks().size(); i++) {
      shown.set(i, !Trait.HIDDEN.in(map.blocks().get(i).region().traits()));
    }
    return shown;
  }

  private static boolean hasOneNamedBody(PageMap map) {
    Region first = null;
    for (Region region : map.regions()) {
      if (Trait.NAMED_BODY.in(region.ownTraits())) {
        first = first == null ? region : first;
        if (!first.holds(region)) {
          return false;
        }
      }
    }
    return first != null;
  }

  /// See {@link TextWeight}.
  double weight() {
    return blocks.stream().mapToDouble(Block::weight).sum();
  }
}
