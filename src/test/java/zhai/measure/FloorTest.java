package zhai.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import zhai.extract.site.SiteReaders;

/// The pages of our own writing in `measured/`, in the shapes on which extractors fail, are read at
/// least as well as `measured/floors.txt` says. Whoever improves the extractor raises the floors.
///
/// The same table as for any set: `mvn -Pextraction test
/// -Dset=src/test/resources/zhai/extract/measured -Dworst=20`.
final class FloorTest {
  private static final Path FOLDER = Path.of("src/test/resources/zhai/extract/measured");

  private static Map<String, List<MeasuredPage>> groups;

  /// @param f1 of the texts
  /// @param title share of titles that are right to the letter; 0 where no page states one; the
  ///   same holds for the others
  record Floor(String group, double f1, double title, double author, double date) {

    static Floor of(String row) {
      String[] cells = row.strip().split("\\s+");
      return new Floor(cells[0], cell(cells[1]), cell(cells[2]), cell(cells[3]), cell(cells[4]));
    }

    private static double cell(String cell) {
      return cell.equals("-") ? 0 : Double.parseDouble(cell);
    }
  }

  @BeforeAll
  static void measure() {
    groups = Groups.bySet(new Measurement(SiteReaders.all()).measure(GoldSet.open(FOLDER)));
    groups.remove(Groups.ALL_CHINESE);
  }

  static Stream<Arguments> floors() throws IOException {
    return Files.readAllLines(FOLDER.resolve("floors.txt")).stream()
        .filter(row -> !row.isBlank() && !row.startsWith("#"))
        .map(Floor::of)
        .map(floor -> Arguments.of(floor.group, floor));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floors")
  void theTextsAreReadAsWellAsTheFloorSays(String group, Floor floor) {
    double f1 = SetScore.of(group, groups.get(group)).score().f1();
    assertTrue(f1 >= floor.f1, () -> "F1 " + f1 + " is below " + floor.f1 + "\n" + pages(group));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floors")
  void theFactsAreReadAsWellAsTheFloorSays(String group, Floor floor) {
    for (FactScore score : FactScore.of(groups.get(group))) {
      ToDoubleFunction<Floor> least =
          switch (score.fact()) {
            case TITLE -> Floor::title;
            case AUTHOR -> Floor::author;
            case DATE -> Floor::date;
          };
      assertTrue(score.exact() >= least.applyAsDouble(floor), () -> score + " below " + floor);
    }
  }

  @Test
  void everyGroupHasAFloor() throws IOException {
    List<String> named = floors().map(row -> (String) row.get()[0]).sorted().toList();
    assertEquals(List.copyOf(groups.keySet()), named);
  }

  @Test
  void everyPageIsInTheTableAndTheTableHasNoOthers() throws IOException {
    List<String> known =
        GoldSet.open(FOLDER).pages().stream().map(page -> page.id() + ".html").sorted().toList();
    try (Stream<Path> files = Files.list(FOLDER.resolve("html"))) {
      assertEquals(files.map(file -> file.getFileName().toString()).sorted().toList(), known);
    }
  }

  private static String pages(String group) {
    return groups.get(group).stream()
        .map(page -> page.gold().id() + " " + page.score().score())
        .collect(Collectors.joining("\n"));
  }
}
