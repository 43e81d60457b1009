package zhai.extract;

import static zhai.extract.BlockFeatures.put;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What independent methods say of a block: whether it is in the article that each of them found,
/// in the structured data's text of the article, in the page's description.
final class VoteFeatures {
  private static final Map<Method, Feature> ELEMENTS =
      Map.of(
          Method.NAMED_BODY, Feature.IN_NAMED_BODY,
          Method.NAMED_ARTICLE, Feature.IN_NAMED_ARTICLE,
          Method.NAMED_MAIN, Feature.IN_NAMED_MAIN,
          Method.ARTICLE_TAG, Feature.IN_ARTICLE_TAG);

  private static final Map<Method, Feature> STRETCHES =
      Map.of(
          Method.SCORED, Feature.IN_SCORED,
          Method.STRETCH, Feature.IN_STRETCH,
          Method.DENSITY, Feature.IN_DENSITY);

  private static final int MAX_DISTANCE = 30;

  private final PageMap map;
  private final Candidates candidates;
  private final @Nullable Shingles body;
  private final @Nullable Shingles description;

  VoteFeatures(PageMap map, PageClues clues) {
    this.map = map;
    this.candidates = Candidates.of(map);
    String articleBody = clues.articleBody();
    this.body = articleBody == null ? null : Shingles.of(articleBody);
    this.description = clues.description().isEmpty() ? null : Shingles.of(clues.description());
  }

  void fill(double[][] values) {
    ELEMENTS.forEach((method, feature) -> element(candidates.answer(method), feature, values));
    STRETCHES.forEach((method, feature) -> stretch(candidates.answer(method), feature, values));
    BitSet posts = candidates.answer(Method.POSTS);
    for (int i = 0; i < values.length; i++) {
      put(values[i], Feature.IN_POSTS, posts == null ? 0.5 : posts.get(i) ? 1 : 0);
      texts(map.blocks().get(i).text(), values[i]);
    }
    page(posts, values);
    distances(values);
  }

  private static void distances(double[][] values) {
    int described = -1;
    for (int i = 0; i < values.length && described < 0; i++) {
      described = values[i][Feature.IN_DESCRIPTION.index()] > 0 ? i : -1;
    }
    for (int i = 0; i < values.length; i++) {
      int distance = Math.min(MAX_DISTANCE, Math.abs(i - described));
      put(values[i], Feature.DESCRIPTION_DISTANCE, described < 0 ? -1 : distance);
    }
  }

  private static void element(@Nullable BitSet answer, Feature feature, double[][] values) {
    int first = answer == null ? 0 : answer.nextSetBit(0);
    for (int i = 0; i < values.length; i++) {
      double vote = answer == null ? -1 : answer.get(i) ? 1 : i < first ? -0.5 : 0;
      put(values[i], feature, vote);
    }
  }

  private static void stretch(@Nullable BitSet answer, Feature feature, double[][] values) {
    for (int i = 0; i < values.length; i++) {
      put(values[i], feature, answer != null && answer.get(i));
    }
  }

  private void texts(String text, double[] row) {
    String letters = body == null && description == null ? "" : Shingles.letters(text);
    put(row, Feature.IN_STRUCTURED_BODY, body == null ? -1 : body.shareIn(letters));
    put(
        row,
        Feature.IN_DESCRIPTION,
        description != null && text.length() > 15 && description.shareIn(letters) >= 0.3);
  }

  private void page(@Nullable BitSet posts, double[][] values) {
    BitSet named = candidates.answer(Method.NAMED_BODY);
    double prose = map.prose(0, values.length);
    double inBody = -1;
    if (named != null && prose > 0) {
      inBody = map.prose(named.nextSetBit(0), named.length()) / prose;
    }
    double inPosts = posts == null ? 0 : (double) posts.cardinality() / values.length;
    for (double[] row : values) {
      put(row, Feature.PAGE_NAMED_BODY, inBody);
      put(row, Feature.PAGE_POSTS, inPosts);
    }
  }
}
