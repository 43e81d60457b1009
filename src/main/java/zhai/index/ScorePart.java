package zhai.index;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/// A summand of a match's score.
///
/// @param query scores before the factor's weight
record ScorePart(Factor factor, Query query) {
  Query weighed() {
    return weighed(query, factor.weight());
  }

  static Query weighed(Query query, float weight) {
    return weight == 1 ? query : new BoostQuery(query, weight);
  }
}
