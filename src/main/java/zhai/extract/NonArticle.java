package zhai.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.Content;
import zhai.model.Verdict;

/// Recognises pages without an article: shells that need JavaScript, listings of other pages,
/// profiles. Only what shows by its structure is refused; a page in doubt is read, because the user
/// wanted it. What was found on a listing is handed over beside the refusal, see {@link
/// Extraction#shown}.
final class NonArticle {
  /// What an article calls itself in its structured data.
  static final List<String> ARTICLE_TYPES =
      List.of("NewsArticle", "BlogPosting", "Article", "TechArticle", "ScholarlyArticle", "Recipe");

  /// Less than this on a page with scripts is a shell.
  private static final double MIN_WEIGHT = 40;

  private static final Pattern PICTURES = Pattern.compile("<(img|video|audio|iframe|math)\\b");

  private static final String SOMETHING = "img, video, iframe, pre, table";

  private static final PageSelector DECLARED =
      PageSelector.parse("meta[property=og:type][content=article], [itemprop=articleBody]");
  private static final PageSelector SHELL =
      PageSelector.parse("noscript, #root, #app, #__next, #__nuxt, app-root");

  static final Refusal NO_TEXT = new Refusal(Verdict.EMPTY, "The page has no text.");

  private NonArticle() {}

  /// Whether nothing is left of what was found once it is written: what was found was hidden, or
  /// only machinery. Pictures alone are something.
  static boolean isNothing(Content content) {
    return content.text().isBlank() && !PICTURES.matcher(content.html()).find();
  }

  /// Why the page is no article, or null.
  static @Nullable Refusal judge(Page.Html page, MainContent main, StructuredData data) {
    if (isShell(page, main)) {
      return new Refusal(Verdict.EMPTY, "The page shows nothing without JavaScript.");
    }
    if (main.weight() == 0 && main.element().selectFirst("img, video, iframe") == null) {
      return NO_TEXT;
    }
    if (main.conversation() || isDeclaredArticle(page, data) || main.named()) {
      return null;
    }
    return Listing.isOne(page, main)
        ? new Refusal(Verdict.NOT_ARTICLE, "The page lists other pages; it is not an article.")
        : null;
  }

  private static boolean isShell(Page.Html page, MainContent main) {
    return main.weight() < MIN_WEIGHT
        && !page.index().tagged("script").isEmpty()
        && main.element().selectFirst(SOMETHING) == null
        && (main.weight() == 0 || page.index().has(SHELL));
  }

  private static boolean isDeclaredArticle(Page.Html page, StructuredData data) {
    return page.index().has(DECLARED) || data.hasType(ARTICLE_TYPES);
  }
}
