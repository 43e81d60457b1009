package zhai.measure;

import org.jspecify.annotations.Nullable;
import zhai.extract.Extraction;
import zhai.model.Article;
import zhai.model.Content;
import zhai.model.Verdict;

/// What the program made of a page. What was not found is empty.
record Reading(Verdict verdict, String title, String author, String date, Content content) {

  static Reading of(Extraction extraction) {
    Article article = extraction.article();
    return article == null
        ? new Reading(extraction.verdict(), "", "", "", Content.EMPTY)
        : new Reading(
            extraction.verdict(),
            text(article.title()),
            text(article.byline()),
            text(article.published()),
            article.content());
  }

  String text() {
    return content.text();
  }

  private static String text(@Nullable Object fact) {
    return fact == null ? "" : fact.toString();
  }
}
