package zhai.extract;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses between candidates by three things that are known without understanding the text:
///
/// * **agreement**: how alike it is to what the other methods found. Methods that fail, fail in
///   different places; where two agree, they are mostly right;
/// * **prose**: how much of the page's prose it holds, and how little else (their F1);
/// * **trust**: what the method is worth by itself ({@link Candidate.Method#trust()}).
final class CandidateChooser {
  private static final double AGREEMENT = 0.45;
  private static final double PROSE = 0.45;

  private final BlockMap map;
  private final List<Candidate> candidates;
  private final List<BitSet> blocks;
  private final double pageProse;

  private CandidateChooser(List<Candidate> candidates, BlockMap map) {
    this.map = map;
    this.candidates = candidates;
    this.blocks = candidates.stream().map(candidate -> map.in(candidate.parts())).toList();
    var all = new BitSet();
    all.set(0, map.blocks().size());
    this.pageProse = map.prose(all);
  }

  /// The best of them, or null if there are none. Of equals the earlier wins.
  static @Nullable Candidate choose(List<Candidate> candidates, BlockMap map) {
    var chooser = new CandidateChooser(candidates, map);
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
    return AGREEMENT * agreement(i) + PROSE * prose(i) + candidates.get(i).method().trust();
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
