package zhai.extract;

import java.util.Locale;

/// What is looked at to tell whether a block of text belongs to the article. Shares are 0 to 1,
/// weights are {@link TextWeight}s on a scale of doublings (`log2(1 + weight)`), counts of blocks
/// or elements where nothing else is said; -1 where there is nothing to measure. Beside these, each
/// {@link Trait} of the elements around a block is a feature, 1 or 0.
@SuppressWarnings("EnumOrdinal") // A row of values is an array, laid out in this order.
enum Feature {
  // The line itself.
  WEIGHT,
  /// The share of it inside links.
  LINK_DENSITY,
  /// Commas and sentence ends, at most 12.
  CLAUSES,
  /// Clauses in a hundred of weight.
  CLAUSE_RATE,
  /// The share of it in bold or in headings.
  STRONG,
  /// Whether it ends as a sentence does.
  SENTENCE_END,
  /// The share of digits.
  DIGITS,
  /// The share of capitals among its letters.
  CAPITALS,
  /// 1 for the heading with the page's title, 0.5 for its repetitions.
  TITLE,
  /// How often the same line stands on the page, at most 5.
  REPEATED,
  /// A share button, a print link: `[lines]` of noise.txt.
  DRESSING,
  /// A notice of rights, a licence number: `[legal]` of noise.txt.
  LEGAL,
  /// The heading of a list of other pages: `[headings]` of noise.txt.
  TAIL_HEADING,
  /// A short line with a date.
  DATE,
  /// A line that names the author, the source, the editor.
  BYLINE,
  /// The number of the block element's tag in {@link LineFeatures#TAGS}.
  TAG,
  /// 1 to 6 in a heading, else 0.
  HEADING_LEVEL,
  /// The weight of all lines of the block element.
  OWNER_WEIGHT,
  /// The number of its lines, on the scale of doublings.
  OWNER_LINES,

  // The elements around it.
  /// How many levels up the nearest name of what stands around articles is; 99 for none.
  NOISE_DISTANCE,
  /// The same for names of comments.
  TALK_DISTANCE,
  /// The share of the page's prose in the smallest frame around it (navigation, aside, footer,
  /// form, a name of noise); 2 for none.
  NOISE_SHARE,
  /// The same for names of comments.
  TALK_SHARE,
  DEPTH,
  PARENT_LINKS,
  PARENT_PROSE,
  /// The share of the page's prose that the parent holds.
  PARENT_SHARE,
  /// The weight per element in the parent.
  PARENT_DENSITY,
  PARENT2_LINKS,
  PARENT2_PROSE,
  PARENT2_SHARE,
  PARENT3_LINKS,
  PARENT3_PROSE,
  PARENT3_SHARE,

  // Its place on the page.
  /// The share of the page's weight before it.
  POSITION,
  /// The share of the page's blocks before it.
  POSITION_INDEX,
  AFTER_TITLE,
  /// The weight between it and the title, negative before it.
  TITLE_DISTANCE,
  /// How many blocks back the last prose is, at most 30.
  PROSE_BEFORE,
  PROSE_AFTER,
  BEFORE_WEIGHT,
  BEFORE_LINKS,
  /// Whether the line before has the same kind of elements around it.
  BEFORE_ALIKE,
  AFTER_WEIGHT,
  AFTER_LINKS,
  AFTER_ALIKE,
  BEFORE2_WEIGHT,
  BEFORE2_LINKS,
  AFTER2_WEIGHT,
  AFTER2_LINKS,
  /// The share of links in the 9 blocks around it.
  NEAR_LINKS,
  NEAR_PROSE,
  /// The share of prose in the 10 blocks before it.
  FAR_PROSE_BEFORE,
  FAR_PROSE_AFTER,

  // What the methods say: 1 in their answer, 0 outside it (-0.5 before it where it is one element),
  // -1 if they have none (posts: 0.5).
  IN_NAMED_BODY,
  IN_NAMED_ARTICLE,
  IN_NAMED_MAIN,
  IN_ARTICLE_TAG,
  IN_SCORED,
  IN_STRETCH,
  IN_DENSITY,
  IN_POSTS,
  /// The share of it that stands in the structured data's article body; -1 without one.
  IN_STRUCTURED_BODY,
  /// Whether the page's description says the same.
  IN_DESCRIPTION,
  /// How many blocks away the first that says what the description says is, at most 30; -1 if none
  /// does.
  DESCRIPTION_DISTANCE,

  // Its company: blocks with the same kind of elements around them, and repeated elements.
  /// The share of the page's prose in blocks of the same kind.
  KIND_PROSE,
  /// How many blocks of the same kind there are, on the scale of doublings.
  KIND_COUNT,
  /// The share of prose among them.
  KIND_PURITY,
  /// How often the nearest repeated element around it is repeated, on the scale of doublings.
  REPEATS,
  /// The mean weight of those elements.
  REPEAT_WEIGHT,
  /// The share of links in them.
  REPEAT_LINKS,
  /// Which of them this is, at most 5.
  REPEAT_INDEX,
  /// The share of them that begin with a link, as teasers of other pages do.
  REPEAT_LINKED,

  // The page.
  PAGE_PROSE,
  PAGE_LINKS,
  CONVERSATION,
  IDEOGRAPHS,
  /// The share of the page's prose in the named body; -1 without one.
  PAGE_NAMED_BODY,
  PAGE_POSTS,
  /// The weight of the prose outside comments and frames.
  CLEAN_PROSE,
  /// Its share beside the prose in comments.
  CLEAN_SHARE,
  /// How much of it stands before the block.
  CLEAN_BEFORE,
  TALK_PROSE,
  /// The share of the page's prose in frames.
  FRAME_PROSE;

  private static final int OWN = values().length;

  /// How many values a block has: these and its traits.
  static final int COUNT = OWN + Trait.values().length;

  /// Where its value stands in a block's row.
  int index() {
    return ordinal();
  }

  /// The same of a trait.
  static int index(Trait trait) {
    return OWN + trait.ordinal();
  }

  /// The name of a value, as the model's file has it.
  static String name(int index) {
    String name = index < OWN ? values()[index].name() : "is-" + Trait.values()[index - OWN].name();
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
