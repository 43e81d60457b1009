package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.query.FuzzedQueries;

class QueryFuzzTest {
  @TempDir Path folder;

  @Test
  void everyTextIsAnsweredOrAnErrorWithAPlace() {
    try (SearchIndex index = SearchIndex.open(folder.resolve("lucene"), "library")) {
      QueryFuzzRun.bookmarks().catchUp(index);
      QueryFuzz fuzz = new QueryFuzz(index, new FuzzedQueries(20260104));
      fuzz.run(20_000, 40);
      assertEquals(List.of(), fuzz.failures());
    }
  }
}
