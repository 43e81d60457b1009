package zhai.extract;

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

  static PageClues of(Page.Html page, StructuredData data, @Nullable String title) {
    String description =
        page.document()
            .select("meta[name=description], meta[property=og:description]")
            .attr("content");
    return new PageClues(title, description, data.articleBody(), Conversation.isOne(page, data));
  }
}
