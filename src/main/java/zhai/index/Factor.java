package zhai.index;

/// What makes one match better than another, and by how much: a match's score is the sum of its
/// factors, each its BM25 score times its weight.
///
/// The weights were set by the questions of four public sets: Chinese in both scripts, English, and
/// all mixed. They are broad: around these values the nDCG@10 of those sets hardly moves.
enum Factor {
  /// Dictionary words, English ones by their stems.
  WORDS(1),
  /// Pairs of neighbouring characters: names and terms that no dictionary has.
  PAIRS(0.5f),
  /// Runs of letters and digits as they were typed: `connection` comes before `connected`.
  LETTERS(0.5f),
  /// Single characters. Each stands in many words, so they tell less than pairs.
  CHARACTERS(0.25f),
  /// Words in a title, once more. Little, since many pages may share a title.
  TITLE(0.3f),
  /// A run of pieces that was typed without spaces, or quoted, as it stands.
  PHRASE(1),
  /// All that was typed, as it stands.
  WHOLE(2),
  /// All that was typed is the whole of a title. No sum of other factors comes near it.
  TITLE_WHOLE(1_000),
  /// Two neighbours side by side, at least one of them a run of letters: `cache miss`, `GPT 模型`.
  NEIGHBOURS(0.3f),
  /// Two telling English words with only a few words between.
  NEARNESS(0.3f),
  /// Another form of a word or term, by the lexicon. Little, so that what was typed comes first.
  OTHER_FORM(0.3f),
  /// All that was asked for is there.
  COMPLETE(3);

  /// What an English function word counts, as a share of any other word. Questions are made of
  /// them.
  static final float FUNCTION_WORD = 0.2f;

  private final float weight;

  Factor(float weight) {
    this.weight = weight;
  }

  float weight() {
    return weight;
  }
}
