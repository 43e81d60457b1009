package zhai.extract;

import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Chooses between candidates by four things that are known without understanding the text:
///
/// * **agreement**: how alike it is to what the other methods found. Methods that fail, fail in
///   different places; where two agree, they are mostly right;
/// * **prose**: how much of the page's prose it holds, and how little else (their F1);
/// * **heading**: whether the page's title stands in it or right above it. Streams of other stories
///   may hold more prose than a short article, but not its heading;
/// * **trust**: what the method is worth by itself ({@link Candidate.Method#trust()}).
final class CandidateChooser {
  private static final double AGREEMENT = 0.45;
  private static final double PROSE = 0.45;
  private static final double HEADING = 0.13;

  /// Prose that may stand between the heading and the article: a summary, a caption.
  private static final double MAX_GAP = 200;

  private final BlockMap map;
  private final List<Candidate> candidates;
  private final List<BitSet> blocks;
  private final double pageProse;
  private final @Nullable Element heading;

  private CandidateChooser(List<Candidate> candidates, BlockMap map, @Nullable Element heading) {
    this.map = map;
    this.heading = heading;
    this.candidates = candidates;
    this.blocks = candidates.stream().map(candidate -> map.in(candidate.parts())).toList();
    var all = new BitSet();
    all.set(0, map.blocks().size());
    this.pageProse = map.prose(all);
  }

  /// The best of them, or null if there are none. Of equals the earlier wins.
  ///
  /// @param heading the element with the page's title, or null
  static @Nullable Candidate choose(
      List<Candidate> candidates, BlockMap map, @Nullable Element heading) {
    var chooser = new CandidateChooser(candidates, map, heading);
    Candidate best = null;
    double most = -1;
    for (int i = 0; i < candidates.size(); i++) {
      double score = chooser.score(i);
      if (score > most) {
        most = score;
        best = candidates.get(i);
      }
    }
    return best;
  }

  private double score(int i) {
    return AGREEMENT * agreement(i)
        + PROSE * prose(i)
        + (isUnderHeading(i) ? HEADING : 0)
        + candidates.get(i).method().trust();
  }

  private boolean isUnderHeading(int i) {
    if (heading == null || map.in(heading).isEmpty() || blocks.get(i).isEmpty()) {
      return false;
    }
    int title = map.in(heading).nextSetBit(0);
    int first = blocks.get(i).nextSetBit(0);
    var gap = new BitSet();
    gap.set(Math.min(title + 1, first), first);
    return blocks.get(i).get(title) || (first > title && map.prose(gap) <= MAX_GAP);
  }

  private double agreement(int i) {
    double sum = 0;
    int others = 0;
    for (int j = 0; j < candidates.size(); j++) {
      if (j != i && candidates.get(j).method() != Candidate.Method.BODY) {
        sum += map.likeness(blocks.get(i), blocks.get(j));
        others++;
      }
    }
    return others == 0 ? 0 : sum / others;
  }

  private double prose(int i) {
    double inside = map.prose(blocks.get(i));
    double weight = map.weight(blocks.get(i));
    return pageProse + weight == 0 ? 0 : 2 * inside / (pageProse + weight);
  }
}
