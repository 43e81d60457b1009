package zhai.extract;

import zhai.model.Content;
import zhai.model.Verdict;

/// Reads the pages that no site reader knows.
final class GeneralReader {
  private GeneralReader() {}

  static Extraction read(Page page, PageFacts known) {
    return switch (page) {
      case Page.Html html -> HtmlReader.read(html, known);
      case Page.Json json -> JsonAnswer.read(json);
      case Page.Plain plain -> PlainReader.read(plain, known);
      case Page.Epub epub -> EpubReader.read(epub);
      case Page.Pdf pdf -> PdfReader.read(pdf);
      case Page.Unreadable unreadable ->
          new Extraction(
              Verdict.UNSUPPORTED, null, "Can't read an article from " + unreadable.type() + ".");
    };
  }

  /// A site reader's finding, with what the page's general metadata adds to it.
  static Extraction complete(Page page, SiteReading.Found found) {
    PageFacts facts = found.facts();
    Content content = ContentWriter.write(found.content(), page.address());
    String declared = null;
    if (page instanceof Page.Html html) {
      facts = facts.orElse(Metadata.read(html, StructuredData.of(html.index())));
      declared = Metadata.declaredLanguage(html.document());
    }
    facts = facts.orElse(HtmlReader.inLanguage(Language.of(declared, content.text())));
    String detail = found.verdict() == Verdict.PREVIEW ? Preview.SENTENCE : null;
    return new Extraction(found.verdict(), facts.with(content), detail);
  }
}
