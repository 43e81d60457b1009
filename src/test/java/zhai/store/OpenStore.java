package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.url;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import zhai.model.Entry;

/// What the tests of the store share: an empty one, which must be sound at the end.
abstract class OpenStore {
  @TempDir Path folder;
  Store store;

  @BeforeEach
  void open() {
    store = Store.create(folder.resolve("zhai/library.db"));
  }

  @AfterEach
  void closesCleanAndSound() {
    assertEquals(List.of(), store.check(true));
    store.close();
  }

  void does(Consumer<Transaction> work) {
    store.change(work);
  }

  long add(String path) {
    return store.write(tx -> tx.addBookmark(url(path), NOON)).id();
  }

  Entry entry(long id) {
    return store.entry(id).orElseThrow();
  }
}
