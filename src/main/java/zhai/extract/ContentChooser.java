package zhai.extract;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Chooses the blocks of a page that make up its article.
///
/// Each block has a probability of belonging to it, from an {@link AdditiveModel} of {@link
/// Feature}s, among them the votes of independent {@link Method}s. Then those blocks are taken
/// whose expected F-measure is best: on a page that is clear, all that is likelier than not; on a
/// page where nothing is likely, still the best there is. The measure leans to precision, because
/// what does not belong to an article is found, quoted and exported with it.
final class ContentChooser {
  /// The weights, learned from pages with known articles; see the file.
  private static final AdditiveModel MODEL = AdditiveModel.open("content-model.txt");

  /// How much a missing piece counts against a wrong one.
  private static final double RECALL_SHARE = 0.7;

  /// With so much prose in the open, comments are no part of a page that is no conversation.
  private static final double ENOUGH_BESIDE_COMMENTS = 800;

  /// The same where the page names the body of its article, which may then be short.
  private static final double ENOUGH_IN_NAMED_BODY = 100;

  private static final double MIN_NAMED_SHARE = 0.05;

  /// Blocks belong to the article if they are at least this share as likely as its heart: what
  /// surrounds a short article can be much, and each piece of it not unlikely.
  private static final double MIN_LIKELIHOOD = 0.6;

  /// The heart: the likeliest blocks, with this share of the text that is expected.
  private static final double HEART_SHARE = 0.3;

  /// With so much prose in the open, what is hidden stays hidden.
  private static final double ENOUGH_BESIDE_HIDDEN = 400;

  /// With so much prose in the open, what is laid over it is a question to the visitor.
  private static final double ENOUGH_BESIDE_DIALOGS = 150;

  private final double[] weights;
  private final double[] probabilities;

  private ContentChooser(double[] weights, double[] probabilities) {
    this.weights = weights;
    this.probabilities = probabilities;
  }

  /// The numbers of the article's blocks; empty on a page without text.
  static BitSet choose(PageMap map, PageClues clues) {
    double[] weights = map.blocks().stream().mapToDouble(Block::weight).toArray();
    return choose(BlockFeatures.of(map, clues), weights, MODEL);
  }

  /// The same by any model.
  ///
  /// @param values a row of features for each block
  /// @param weights of the blocks, see {@link TextWeight}
  static BitSet choose(double[][] values, double[] weights, AdditiveModel model) {
    double[] probabilities = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      probabilities[i] = isBarred(values[i]) ? 0 : model.probability(values[i]);
    }
    return new ContentChooser(weights, probabilities).best();
  }

  private static boolean isBarred(double[] row) {
    double clean = row[Feature.CLEAN_PROSE.index()];
    boolean named = row[Feature.PAGE_NAMED_BODY.index()] > MIN_NAMED_SHARE;
    double enough = named ? ENOUGH_IN_NAMED_BODY : ENOUGH_BESIDE_COMMENTS;
    boolean comment =
        row[Feature.index(Trait.NAMED_TALK)] > 0
            && row[Feature.CONVERSATION.index()] == 0
            && clean > BlockFeatures.doublings(enough);
    boolean hidden =
        row[Feature.index(Trait.HIDDEN)] > 0
            && clean > BlockFeatures.doublings(ENOUGH_BESIDE_HIDDEN);
    boolean dialog =
        row[Feature.index(Trait.DIALOG)] > 0
            && clean > BlockFeatures.doublings(ENOUGH_BESIDE_DIALOGS);
    return comment || hidden || dialog || isTitle(row);
  }

  /// The heading that repeats the title, which an article has beside its content.
  private static boolean isTitle(double[] row) {
    double level = row[Feature.HEADING_LEVEL.index()];
    return row[Feature.TITLE.index()] == 1 && level > 0 && level <= 2;
  }

  private BitSet best() {
    int[] likeliest =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double total = IntStream.range(0, probabilities.length).mapToDouble(this::expected).sum();
    double least = heartLikelihood(likeliest, total) * MIN_LIKELIHOOD;
    double found = 0;
    double taken = 0;
    double most = 0;
    int count = 0;
    for (int i = 0; i < likeliest.length && probabilities[likeliest[i]] >= least; i++) {
      found += expected(likeliest[i]);
      taken += weights[likeliest[i]];
      double measure = (1 + RECALL_SHARE) * found / (taken + RECALL_SHARE * total + 1e-9);
      if (measure > most) {
        most = measure;
        count = i + 1;
      }
    }
    var best = new BitSet();
    IntStream.of(likeliest).limit(count).forEach(best::set);
    return best;
  }

  /// The mean probability of the text in the heart.
  private double heartLikelihood(int[] likeliest, double total) {
    double found = 0;
    double taken = 0;
    for (int i = 0; i < likeliest.length && found <= total * HEART_SHARE; i++) {
      found += expected(likeliest[i]);
      taken += weights[likeliest[i]];
    }
    return taken == 0 ? 0 : found / taken;
  }

  private double expected(int block) {
    return probabilities[block] * weights[block];
  }
}
