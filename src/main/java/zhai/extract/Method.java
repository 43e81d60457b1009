package zhai.extract;

/// The ways of finding the article on a page, each independent of the others: where one fails,
/// others don't. Their answers are votes; see {@link BlockFeatures}.
enum Method {
  /// The element with a name that means the body of an article.
  NAMED_BODY,
  /// The element with a name that means an article.
  NAMED_ARTICLE,
  /// The element with a name that means the main part of the page.
  NAMED_MAIN,
  /// The `article` element with the most prose.
  ARTICLE_TAG,
  /// The element whose paragraphs score best, with its like siblings.
  SCORED,
  /// The stretch of the page in which prose outweighs menus most.
  STRETCH,
  /// The element whose children are densest in text.
  DENSITY,
  /// All elements with a name that means the words of one post.
  POSTS
}
