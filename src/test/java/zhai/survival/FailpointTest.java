package zhai.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhai.loopback.TestWeb;

/// Every command that writes ends at every {@link Failpoint} that it comes to.
class FailpointTest {
  /// How many of the times that a command comes to a point are tried: the first, and others spread
  /// over the rest.
  private static final int HITS = Integer.getInteger("zhai.failpoint.hits", 1);

  @TempDir Path folder;
  private TestWeb web;

  @BeforeEach
  void startTheWeb() throws IOException {
    web = new TestWeb();
  }

  @AfterEach
  void stopTheWeb() {
    web.close();
  }

  private record Case(Deed deed, Stop.At stop) {}

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void whatWasCalledDoneSurvivesAnEndAtEveryPoint() throws Exception {
    Map<Deed, Rehearsal> rehearsals = Rehearsal.all(Deed.wanted(), folder, web);
    List<Case> cases = cases(rehearsals);
    List<Callable<Trial.Found>> trials = new ArrayList<>();
    for (Case each : cases) {
      Path place = folder.resolve("trial-" + trials.size());
      Rehearsal rehearsal = rehearsals.get(each.deed());
      trials.add(() -> Trial.run(rehearsal, List.of(each.stop()), place));
    }
    List<Trial.Found> found = SideBySide.run(trials);
    Figures figures = new Figures("failpoints", "ends", found);
    System.out.println(figures);
    assertEquals(List.of(), figures.harm());
    assertEquals(List.of(), missed(cases, found));
    if (Deed.wanted().size() == Deed.values().length) {
      assertEquals(Set.of(), neverReached(cases));
    }
  }

  private List<Case> cases(Map<Deed, Rehearsal> rehearsals) throws Exception {
    List<Callable<List<Case>>> undisturbed = new ArrayList<>();
    for (Rehearsal rehearsal : rehearsals.values()) {
      undisturbed.add(() -> casesOf(rehearsal));
    }
    return SideBySide.run(undisturbed).stream().flatMap(List::stream).toList();
  }

  private List<Case> casesOf(Rehearsal rehearsal) throws Exception {
    Deed deed = rehearsal.deed();
    Stage stage = rehearsal.stage().copyTo(folder.resolve("undisturbed-" + deed));
    try (Child child = Child.watched(stage.library(), List.of(), deed.arguments(stage))) {
      assertEquals(0, child.code(), child.errors());
      Map<String, Long> counts =
          child.reached().stream()
              .collect(
                  Collectors.groupingBy(
                      Function.identity(), LinkedHashMap::new, Collectors.counting()));
      return counts.entrySet().stream()
          .flatMap(point ->
              hits(point.getValue())
                  .mapToObj(hit -> new Case(deed, new Stop.At(point.getKey(), hit))))
          .toList();
    }
  }

  private static IntStream hits(long count) {
    return IntStream.range(0, HITS)
        .map(i -> 1 + (int) (i * (count - 1) / Math.max(1, HITS - 1)))
        .distinct();
  }

  private static List<Case> missed(List<Case> cases, List<Trial.Found> found) {
    return IntStream.range(0, cases.size())
        .filter(i -> found.get(i).ends().getFirst().code() != 137)
        .mapToObj(cases::get)
        .toList();
  }

  private static Set<String> neverReached(List<Case> cases) {
    Set<String> names =
        Failpoint.ALL.stream().map(Failpoint::name).collect(Collectors.toCollection(TreeSet::new));
    cases.forEach(each -> names.remove(each.stop().point()));
    return names;
  }
}
