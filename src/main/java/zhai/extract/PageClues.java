package zhai.extract;

import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// What is known of a page before its article is looked for.
///
/// @param title its title, null if it has none
/// @param description what its meta tags say that it is about, may be empty
/// @param articleBody the text of the article as structured data has it, null if it doesn't
/// @param conversation whether it is a thread or a question with answers
record PageClues(
    @Nullable String title,
    String description,
    @Nullable String articleBody,
    boolean conversation) {

  private static final Evaluator DESCRIPTION =
      QueryParser.parse("meta[name=description][content], meta[property=og:description][content]");

  static PageClues of(Page.Html page, StructuredData data, @Nullable String title) {
    String description =
        page.index().tagged("meta").stream()
            .filter(meta -> meta.is(DESCRIPTION))
            .findFirst()
            .map(meta -> meta.attr("content"))
            .orElse("");
    return new PageClues(title, description, data.articleBody(), Conversation.isOne(page, data));
  }
}
