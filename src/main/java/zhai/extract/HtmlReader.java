package zhai.extract;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import zhai.model.Content;
import zhai.model.Verdict;

/// Reads an HTML page that no site reader knows: walls first, then the article, then whether it is
/// one.
final class HtmlReader {
  private HtmlReader() {}

  static Extraction read(Page.Html page, PageFacts known) {
    Document document = page.document();
    StructuredData data = StructuredData.of(document);
    Refusal wall = Walls.find(page);
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
    if (refusal != null) {
      return refusal.extraction();
    }
    Interruption.check();
    Content content = ContentWriter.write(main.element(), page.address());
    facts =
        facts.orElse(inLanguage(Language.of(Metadata.declaredLanguage(document), content.text())));
    facts = facts.titled(CutTitle.complete(facts.title(), content.text()));
    return new Extraction(Verdict.READ, facts.with(content), null);
  }

  static PageFacts inLanguage(@Nullable String language) {
    return new PageFacts(null, null, null, language, null, null, null, null, null);
  }
}
