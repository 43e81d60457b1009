package zhai.extract;

/// What an element is by its tag, its role and the words of its names, as far as that says whether
/// the text in it may be the article. A block has the traits of all elements around it.
@SuppressWarnings("EnumOrdinal") // Traits are the bits of a long, in this order.
enum Trait {
  /// `nav` and the roles and names of navigation.
  NAVIGATION,
  /// `aside` and the role of what only complements.
  ASIDE,
  /// `header`, or a name of the page's head.
  HEADER,
  /// `footer`, or a name of the page's foot.
  FOOTER,
  FORM,
  DIALOG,
  LINK,
  HEADING,
  LIST,
  DEFINITIONS,
  TABLE,
  FIGURE,
  QUOTE,
  CODE,
  ARTICLE_TAG,
  MAIN_TAG,
  SECTION_TAG,
  PARAGRAPH,
  STRONG,
  DETAILS,
  BUTTON,
  /// Not shown to a reader: `hidden`, `display: none`, `aria-hidden`.
  HIDDEN,
  /// Shown only without scripts.
  NOSCRIPT,
  /// A name that means the body of an article.
  NAMED_BODY,
  /// A name that means an article with its head and foot.
  NAMED_ARTICLE,
  /// A name that means the main part of the page.
  NAMED_MAIN,
  /// A name of what stands around articles.
  NAMED_NOISE,
  /// A name of comments and replies.
  NAMED_TALK,
  /// A name of the words of one post.
  NAMED_POST,
  /// A name of what is told about an article: its author, date, tags.
  NAMED_META,
  /// A name of what stands under pictures.
  NAMED_CAPTION,
  /// A name of one entry among many: a card, a teaser.
  NAMED_CARD,
  /// A name of what is not always shown.
  NAMED_HIDDEN,
  /// A name of a summary above an article.
  NAMED_SUMMARY,
  /// A name of a title.
  NAMED_TITLE;

  /// What is around articles by tag or name.
  static final long FRAME =
      NAVIGATION.bit() | ASIDE.bit() | FOOTER.bit() | FORM.bit() | DIALOG.bit() | NAMED_NOISE.bit();

  long bit() {
    return 1L << ordinal();
  }

  boolean in(long traits) {
    return (traits & bit()) != 0;
  }
}
