package zhai.library;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import zhai.model.ArticleVersion;

/// What differs between two versions of a text, sentence by sentence: a line of a diff of prose
/// would be a paragraph, and a Chinese one has no spaces that a reader could find the change by. A
/// sentence ends at 。！？ as at .!? (Unicode's rules, as Java has them), and with its line.
///
/// @param hunks in the order of the text; none if the sentences are the same
public record TextDiff(ArticleVersion before, ArticleVersion after, List<Hunk> hunks) {
  /// Sentences around a change that are shown with it.
  private static final int CONTEXT = 1;

  /// Sentences of a text at most, about a thick book: the effort grows with the product of both
  /// texts' if nothing is the same.
  static final int MAX_SENTENCES = 10_000;

  public TextDiff {
    hunks = List.copyOf(hunks);
  }

  /// Sentences that stand together, changed and around the change.
  ///
  /// @param before number of the first one in the text before, from 1
  /// @param after number of the first one in the text after, from 1
  public record Hunk(int before, int after, List<Sentence> sentences) {
    public Hunk {
      sentences = List.copyOf(sentences);
    }

    /// How many of them stand in the text before.
    public long inBefore() {
      return sentences.stream().filter(s -> s.kind != Kind.ADDED).count();
    }

    /// How many of them stand in the text after.
    public long inAfter() {
      return sentences.stream().filter(s -> s.kind != Kind.REMOVED).count();
    }
  }

  /// Whether a sentence is in both texts, in the one before only, or in the one after only.
  public enum Kind {
    KEPT,
    REMOVED,
    ADDED
  }

  public record Sentence(Kind kind, String text) {}

  /// Compares the plain texts.
  ///
  /// @throws IllegalArgumentException if one of them is too long for that
  static TextDiff of(ArticleVersion before, ArticleVersion after) {
    List<String> old = sentences(before);
    List<String> now = sentences(after);
    List<AbstractDelta<String>> deltas =
        DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas();
    return new TextDiff(before, after, hunks(old, deltas));
  }

  private static List<String> sentences(ArticleVersion version) {
    List<String> sentences =
        version.article().content().text().lines().flatMap(line -> cut(line).stream()).toList();
    if (sentences.size() > MAX_SENTENCES) {
      throw new IllegalArgumentException(
          "version %d has more than %d sentences, too many to compare here; `zhai show ID --text --at N`"
                  .formatted(version.number(), MAX_SENTENCES)
              + " writes one out");
    }
    return sentences;
  }

  /// The sentences of a line, without space around them.
  static List<String> cut(String line) {
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
    ends.setText(line);
    List<String> sentences = new ArrayList<>();
    int start = ends.first();
    for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
      String sentence = line.substring(start, end).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      start = end;
    }
    return sentences;
  }

  /// Changes whose surroundings touch become one hunk.
  private static List<Hunk> hunks(List<String> old, List<AbstractDelta<String>> deltas) {
    List<Hunk> hunks = new ArrayList<>();
    List<AbstractDelta<String>> together = new ArrayList<>();
    for (AbstractDelta<String> delta : deltas) {
      if (!together.isEmpty()
          && delta.getSource().getPosition() > end(together.getLast()) + 2 * CONTEXT) {
        hunks.add(hunk(old, together));
        together.clear();
      }
      together.add(delta);
    }
    if (!together.isEmpty()) {
      hunks.add(hunk(old, together));
    }
    return hunks;
  }

  /// Where sentences were replaced, the removed ones come first, then the added ones.
  private static Hunk hunk(List<String> old, List<AbstractDelta<String>> deltas) {
    AbstractDelta<String> first = deltas.getFirst();
    int start = Math.max(0, first.getSource().getPosition() - CONTEXT);
    int lead = first.getSource().getPosition() - start;
    List<Sentence> sentences = new ArrayList<>();
    List<String> added = new ArrayList<>();
    int at = start;
    for (AbstractDelta<String> delta : deltas) {
      List<String> between = old.subList(at, delta.getSource().getPosition());
      if (!between.isEmpty()) {
        add(sentences, Kind.ADDED, added);
        added.clear();
      }
      add(sentences, Kind.KEPT, between);
      add(sentences, Kind.REMOVED, delta.getSource().getLines());
      added.addAll(delta.getTarget().getLines());
      at = end(delta);
    }
    add(sentences, Kind.ADDED, added);
    add(sentences, Kind.KEPT, old.subList(at, Math.min(old.size(), at + CONTEXT)));
    return new Hunk(start + 1, first.getTarget().getPosition() - lead + 1, sentences);
  }

  private static int end(AbstractDelta<String> delta) {
    Chunk<String> source = delta.getSource();
    return source.getPosition() + source.size();
  }

  private static void add(List<Sentence> sentences, Kind kind, List<String> texts) {
    texts.forEach(text -> sentences.add(new Sentence(kind, text)));
  }
}
