package zhai.extract;

import java.util.BitSet;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The article of a page: its blocks, chosen by {@link ContentChooser} and copied out of the page.
///
/// @param element the article, detached from its page; its base address is kept
/// @param conversation whether the page is a thread or a question with answers
/// @param weight see {@link TextWeight}
record MainContent(Element element, boolean conversation, double weight) {

  static MainContent find(Page.Html page, StructuredData data, @Nullable String title) {
    PageClues clues = PageClues.of(page, data, title);
    Element body = page.document().body();
    PageMap map = PageMap.of(body);
    BitSet blocks = ContentChooser.choose(map, clues);
    double weight = blocks.stream().mapToDouble(i -> map.blocks().get(i).weight()).sum();
    Element element = Cutting.cut(map, blocks, body.baseUri());
    return new MainContent(element, clues.conversation(), weight);
  }
}
