package zhai.index;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import zhai.query.Query;

/// A query as it is asked of one state of an index: what it looks for, what it accepts beside that
/// there, and which terms are there at all.
///
/// @param needles of the query, in its order
record Sought(Query query, List<Needle> needles, Expansion expansion, KnownTerms known) {

  /// @param lexicon asked only if the query looks for something in texts
  static Sought in(IndexReader reader, Query query, Supplier<Lexicon> lexicon) {
    List<Needle> needles = Needle.of(query);
    KnownTerms known = new KnownTerms(reader);
    Expansion expansion =
        needles.isEmpty()
            ? Expansion.NONE
            : Expansion.of(query, lexicon.get())
                .standing(known)
                .withSounds(Sounds.of(needles, known));
    return new Sought(query, needles, expansion, known);
  }

  /// What a bookmark must be to be found.
  ///
  /// @param now what relative dates count back from
  Gate gate(ZonedDateTime now) {
    return new Gate(known, now, false, expansion);
  }

  /// The same where plain words may be missing.
  Gate relaxedGate(ZonedDateTime now) {
    return new Gate(known, now, true, expansion);
  }

  /// The same where words count only as they were typed.
  Gate gateAsTyped(ZonedDateTime now) {
    return new Gate(known, now, false, Expansion.NONE);
  }

  Ranking ranking() {
    return new Ranking(known, needles, expansion);
  }
}
