package zhai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Several texts of any kind share a cell and come apart again.
class CellsTest {

  @Property(seed = "20260104", tries = 500)
  void givesBackEveryTextInItsPlace(@ForAll("texts") List<String> texts) {
    assertEquals(texts.stream().map(String::strip).toList(), Cells.split(Cells.join(texts)));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> line =
        Arbitraries.of("---", "\\---", "\\\\---", "----", "--- ", "", "第一段", "- a", "x");
    return line.list()
        .ofMaxSize(5)
        .map(it -> String.join("\n", it))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Test
  void leavesACellOfAnotherProgramWhole() {
    assertEquals(List.of("one\n\ntwo\r\nthree"), Cells.split("one\n\ntwo\r\nthree"));
  }
}
