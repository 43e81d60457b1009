package zhai.extract;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import zhai.model.Article;
import zhai.model.Content;
import zhai.model.Verdict;

/// Reads an HTML page that no site reader knows: walls first, then the article, then whether it is
/// one.
final class HtmlReader {
  private HtmlReader() {}

  static Extraction read(Page.Html page, PageFacts known) {
    Document document = page.document();
    StructuredData data = StructuredData.of(page.index());
    Refusal wall = Walls.find(page, data);
    if (wall != null) {
      return wall.extraction();
    }
    PageFacts facts = known.orElse(Metadata.read(page, data));
    Interruption.check();
    MainContent main = MainContent.find(page, data, facts.title());
    Refusal refusal = Walls.judge(page, main, data);
    if (refusal == null) {
      refusal = NonArticle.judge(page, main, data);
    }
    if (refusal != null && refusal.verdict() != Verdict.NOT_ARTICLE) {
      return refusal.extraction();
    }
    Interruption.check();
    Content content = ContentWriter.write(main.element(), page.address());
    if (NonArticle.isNothing(content)) {
      return NonArticle.NO_TEXT.extraction();
    }
    facts =
        facts.orElse(inLanguage(Language.of(Metadata.declaredLanguage(document), content.text())));
    facts = facts.titled(CutTitle.complete(facts.title(), content.text()));
    Article article = facts.with(content);
    if (refusal != null) {
      return new Extraction(refusal.verdict(), null, article, refusal.detail());
    }
    return Preview.isOne(page, main, data)
        ? new Extraction(Verdict.PREVIEW, article, Preview.SENTENCE)
        : new Extraction(Verdict.READ, article, null);
  }

  static PageFacts inLanguage(@Nullable String language) {
    return new PageFacts(null, null, null, language, null, null, null, null, null);
  }
}
