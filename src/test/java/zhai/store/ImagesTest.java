package zhai.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhai.store.Samples.NOON;
import static zhai.store.Samples.after;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zhai.loopback.TestPicture;
import zhai.model.Bytes;
import zhai.model.Snapshot;
import zhai.model.StoredImage;

/// Pictures of articles are kept with their bookmarks, and go with them.
class ImagesTest extends OpenStore {
  private static final String ONE = "https://example.org/one.png";
  private static final Bytes RED = TestPicture.png(1);
  private static final Bytes BLUE = TestPicture.png(2);

  @Test
  void areKeptOnceForAllBookmarksThatShowThem() {
    long a = add("a");
    long b = add("b");
    assertTrue(keep(a, ONE, RED));
    assertTrue(keep(b, "https://mirror.example/1.png", RED));
    assertTrue(keep(b, ONE, BLUE));
    assertEquals(List.of(stored(ONE, RED)), store.images(a));
    assertEquals(
        List.of(stored(ONE, BLUE), stored("https://mirror.example/1.png", RED)), store.images(b));
    assertEquals(2, store.totals().images());
    assertEquals(RED.size() + BLUE.size(), store.totals().imageBytes());
    assertEquals(Optional.of(RED), store.image(RED.sha256()));
  }

  @Test
  void keepWhatTheyWereFirst() {
    long a = add("a");
    keep(a, ONE, RED);
    long seq = store.lastSeq();
    assertFalse(keep(a, ONE, BLUE));
    assertEquals(seq, store.lastSeq());
    assertEquals(List.of(stored(ONE, RED)), store.images(a));
    assertEquals(Optional.empty(), store.image(BLUE.sha256()));
  }

  @Test
  void takeANumberButAreNoChangeOfTheBookmark() {
    long a = add("a");
    long seq = store.lastSeq();
    keep(a, ONE, RED);
    assertEquals(seq + 1, store.lastSeq());
    assertEquals(NOON, entry(a).bookmark().changedAt());
  }

  @Test
  void areNoWayToThePages() {
    long id = store.write(tx -> Samples.addFull(tx, "a"));
    Snapshot page = store.snapshot(id).orElseThrow();
    assertEquals(Optional.empty(), store.image(page.body().sha256()));
  }

  @Test
  void goWithTheBookmarkToTheOneThatItJoins() {
    long a = add("a");
    long b = add("b");
    keep(a, ONE, RED);
    keep(a, "https://example.org/two.png", BLUE);
    keep(b, ONE, BLUE);
    does(tx -> tx.merge(a, b, NOON));
    assertEquals(
        List.of(stored(ONE, BLUE), stored("https://example.org/two.png", BLUE)), store.images(a));
  }

  @Test
  void goForGoodWithTheLastBookmarkThatShowsThem() {
    long a = add("a");
    long b = add("b");
    keep(a, ONE, RED);
    keep(a, "https://example.org/two.png", BLUE);
    keep(b, ONE, RED);
    does(tx -> tx.trash(a, NOON));
    assertEquals(Optional.of(BLUE), store.image(BLUE.sha256()));
    does(tx -> tx.purgeTrashedBefore(after(1)));
    assertEquals(Optional.empty(), store.image(BLUE.sha256()));
    assertEquals(Optional.of(RED), store.image(RED.sha256()));
    assertEquals(1, store.totals().images());
  }

  @Test
  void comeBackWithABackup() {
    long a = add("a");
    keep(a, ONE, RED);
    store.backup(folder.resolve("backup.db"));
    store.close();
    Store.restore(folder.resolve("backup.db"), folder.resolve("elsewhere/library.db"));
    store = Store.open(folder.resolve("elsewhere/library.db"));
    assertEquals(List.of(stored(ONE, RED)), store.images(a));
    assertEquals(Optional.of(RED), store.image(RED.sha256()));
  }

  @Test
  void thatAreDamagedAreNamedAndLetGo() {
    long a = add("a");
    keep(a, ONE, RED);
    broken("UPDATE body SET packed = x'00' WHERE sha256 = '" + RED.sha256() + "'");
    assertEquals(
        "An image of bookmark [1] can't be read: body %s has other bytes than were stored."
            .formatted(RED.sha256()),
        store.check(true).getFirst().sentence());
    assertEquals(
        List.of(
            "the damaged saved page or image of bookmark 1 was let go; what was read of it stays,"
                + " `zhai fetch` asks for it anew"),
        store.repair(folder.resolve("kept.db")));
    assertEquals(List.of(), store.images(a));
  }

  @Test
  void thatStandAtAnotherAddressThanTheyDidAreNoticed() {
    long a = add("a");
    keep(a, ONE, RED);
    broken("UPDATE image SET address = 'https://example.org/onf.png'");
    assertEquals(Finding.Kind.SEAL, store.check(true).getFirst().kind());
    store.repair(folder.resolve("kept.db"));
  }

  private void broken(String sql) {
    store.close();
    Samples.breakWith(folder.resolve("zhai/library.db"), sql);
    store = Store.open(folder.resolve("zhai/library.db"));
  }

  private boolean keep(long id, String address, Bytes image) {
    return store.write(tx -> tx.addImage(id, address, image));
  }

  private static StoredImage stored(String address, Bytes image) {
    return new StoredImage(address, image.sha256(), image.size());
  }
}
