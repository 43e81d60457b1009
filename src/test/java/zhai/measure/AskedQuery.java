package zhai.measure;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A judged query with what it found and how good that is.
record AskedQuery(RetrievalSet.Judged query, MeasuredLibrary.Answer answer, RetrievalScore score) {

  static AskedQuery ask(MeasuredLibrary library, RetrievalSet.Judged query) {
    MeasuredLibrary.Answer answer = library.search(query.text());
    return new AskedQuery(query, answer, RetrievalScore.of(answer.ranking(), query.grades()));
  }

  static RetrievalScore mean(List<AskedQuery> asked) {
    return RetrievalScore.mean(asked.stream().map(AskedQuery::score).toList());
  }

  /// The query, what answers it with its grades, and the documents that were found, with theirs.
  String report() {
    Map<String, Integer> grades = query.grades();
    List<String> found =
        answer.ranking().stream()
            .map(id -> grades.containsKey(id) ? id + "=" + grades.get(id) : id)
            .toList();
    return String.format(
        Locale.ROOT,
        "%.3f %s 「%s」 %s found %s",
        score.ndcg(),
        query.id(),
        query.text(),
        grades,
        found);
  }
}
