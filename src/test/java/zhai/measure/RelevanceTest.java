package zhai.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The queries of our own writing in `index/relevance/` are answered at least as well as its
/// `floors.txt` says, group by group. Whoever improves searching raises the floors.
///
/// The same table as for any set: `mvn -Pretrieval verify -Dset=index/relevance -Dworst=10`.
final class RelevanceTest {
  private static final RetrievalSet SET = new RetrievalSet(Path.of("index/relevance"));

  private static final Map<String, List<AskedQuery>> GROUPS = new TreeMap<>();

  @BeforeAll
  static void measure() throws IOException {
    try (MeasuredLibrary library = MeasuredLibrary.of(SET.documents())) {
      library.index();
      for (String group : SET.variants()) {
        GROUPS.put(
            group,
            SET.queries(group).stream().map(query -> AskedQuery.ask(library, query)).toList());
      }
    }
    GROUPS.forEach(RelevanceTest::print);
  }

  private static void print(String group, List<AskedQuery> asked) {
    RetrievalScore score = AskedQuery.mean(asked);
    System.out.printf(
        Locale.ROOT,
        "%-12s%6d queries  nDCG@10 %.3f  MRR@10 %.3f  hit@1 %.3f  recall@10 %.3f%n",
        group,
        asked.size(),
        score.ndcg(),
        score.mrr(),
        score.first(),
        score.recall());
  }

  static Stream<Arguments> floors() throws IOException {
    return Files.readAllLines(SET.folder().resolve("floors.txt")).stream()
        .filter(row -> !row.isBlank() && !row.startsWith("#"))
        .map(row -> row.strip().split("\\s+"))
        .map(cells -> Arguments.of(cells[0], Double.parseDouble(cells[1])));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floors")
  void aGroupIsAnsweredAsWellAsItsFloorSays(String group, double floor) {
    List<AskedQuery> asked = GROUPS.get(group);
    double ndcg = AskedQuery.mean(asked).ndcg();
    assertTrue(ndcg >= floor, () -> ndcg + " is below " + floor + "\n" + worst(asked));
  }

  private static String worst(List<AskedQuery> asked) {
    return asked.stream()
        .sorted(Comparator.comparingDouble(one -> one.score().ndcg()))
        .limit(10)
        .map(AskedQuery::report)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everyGroupHasAFloor() throws IOException {
    List<String> named = floors().map(row -> (String) row.get()[0]).sorted().toList();
    assertEquals(List.copyOf(GROUPS.keySet()), named);
  }

  @Test
  void everyQueryIsJudgedAndEveryJudgmentIsOfADocument() throws IOException {
    Set<String> documents =
        SET.documents().stream().map(RetrievalSet.Document::id).collect(Collectors.toSet());
    for (Map.Entry<String, List<AskedQuery>> group : GROUPS.entrySet()) {
      Path lines = SET.folder().resolve("queries_" + group.getKey() + ".jsonl");
      assertEquals(Files.readAllLines(lines).size(), group.getValue().size(), group.getKey());
      for (AskedQuery asked : group.getValue()) {
        Set<String> unknown = new HashSet<>(asked.query().grades().keySet());
        unknown.removeAll(documents);
        assertEquals(Set.of(), unknown, asked.query().id());
      }
    }
  }
}
