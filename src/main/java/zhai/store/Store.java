package zhai.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.model.ArticleVersion;
import zhai.model.Bytes;
import zhai.model.Change;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.SavedSearch;
import zhai.model.Snapshot;
import zhai.model.StoredImage;
import zhai.model.Verdict;

/// A library's truth: one SQLite file. What {@link #write} has returned from survives the end of
/// the process and of the power.
///
/// Two connections do the work. One only reads: each method sees one consistent state and waits for
/// no writer. The other only writes: it takes the file's write lock before its first statement, so
/// a writer waits its turn (30 s, then {@link StoreException.Locked}) and never finds half-way that
/// the state it read is gone. A write that was not announced can't be expressed.
///
/// One Store serves all threads of a process, virtual ones too; its readers take turns, and so do
/// its writers. Any number of processes may have the library open. Instants come from the caller.
public final class Store implements AutoCloseable {
  private final LibraryFile file;
  private final Sql reader;
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock writing = new ReentrantLock();
  private final Reserve reserve;
  private @Nullable Sql writer;
  private boolean onReserve;

  private Store(LibraryFile file) {
    this.file = file;
    this.reserve = new Reserve(file.companion(".reserve"));
    this.reader = openReader();
  }

  /// The first look at the file takes a little room on the disk.
  private Sql openReader() {
    try {
      return file.reader();
    } catch (StoreException.Full full) {
      takeFromReserve(full);
      return file.reader();
    }
  }

  private void takeFromReserve(StoreException.Full full) {
    if (!reserve.giveUp()) {
      throw full;
    }
    onReserve = true;
  }

  /// Opens the library in that file. One of an older format is brought up to date, after a copy of
  /// it was put beside it (`library.db.before-3`, the number of the first new format).
  ///
  /// @throws StoreException.NoLibrary if there is no such file
  /// @throws StoreException.NotALibrary if it is something else
  /// @throws StoreException.NewerLibrary if a newer program wrote it; no byte is changed
  public static Store open(Path database) {
    return open(database, "");
  }

  /// The same, with words for those who wait for this process.
  ///
  /// @param task what this process was asked to do
  public static Store open(Path database, String task) {
    return open(LibraryFile.at(database, task));
  }

  /// Opens the library in that file, and makes an empty one first if there is none: safe however
  /// many processes do so at once. The folder is made too, for its owner only.
  public static Store create(Path database) {
    return create(database, "");
  }

  /// The same, with words for those who wait for this process.
  ///
  /// @param task what this process was asked to do
  public static Store create(Path database, String task) {
    LibraryFile file = LibraryFile.at(database, task);
    file.create();
    return open(file);
  }

  static Store open(LibraryFile file) {
    if (file.inspect() < file.known()) {
      new Upgrade(file).run();
    }
    return new Store(file);
  }

  /// Tells libraries apart; a restored library has a new one.
  public String uuid() {
    return read(
        () -> reader.first("SELECT uuid FROM library", row -> row.text("uuid")).orElseThrow());
  }

  /// The number of the last change, 0 in a new library.
  public long lastSeq() {
    return read(() -> reader.number("SELECT seq FROM library"));
  }

  /// The bookmark that a canonical address leads to, be it its own or an alias; not one in the
  /// trash.
  public Optional<Long> idOf(String canonical) {
    return read(() -> new Bookmarks(reader).presentByAddress(canonical));
  }

  /// As {@link #idOf}, be it in the trash or not.
  public Optional<Long> idOfAny(String canonical) {
    return read(() -> new Bookmarks(reader).byAddress(canonical));
  }

  /// The bookmark of that number, or the one that it joined; not one in the trash.
  public Optional<Entry> entry(long id) {
    return read(() -> resolve(id).flatMap(live -> entries().one(live, Entries.Depth.WHOLE)));
  }

  /// The entries in the order asked; those that are absent or in the trash are left out.
  public List<Entry> entries(List<Long> ids) {
    return read(() -> entries().list(ids, Entries.Depth.WHOLE));
  }

  /// As {@link #entries} but with the articles' content left empty: what a list shows, quick
  /// however long the pages are.
  public List<Entry> outlines(List<Long> ids) {
    return read(() -> entries().list(ids, Entries.Depth.OUTLINE));
  }

  /// The numbers of all bookmarks that the listing asks for; not those in the trash.
  public List<Long> ids(Listing listing) {
    String direction =
        switch (listing.order()) {
          case NEWEST_FIRST -> "DESC";
          case OLDEST_FIRST -> "ASC";
        };
    String verdicts =
        listing.verdicts().stream()
            .map(Verdict::label)
            .collect(Collectors.joining("\",\"", "[\"", "\"]"));
    return read(() ->
        reader.list(
            """
            SELECT id FROM bookmark WHERE removed_at IS NULL
              AND verdict IN (SELECT value FROM json_each(?))
            ORDER BY added_at %1$s, id %1$s\
            """
                .formatted(direction),
            row -> row.number(1),
            verdicts));
  }

  /// Of those bookmarks the ones whose current version was read from bytes that are kept, in the
  /// order asked; not those in the trash.
  public List<KeptPage> keptPages(List<Long> ids) {
    return read(() -> new Snapshots(reader).keptPages(ids));
  }

  /// How many changes {@link #changesAfter} tells of in all.
  public long countAfter(long seq) {
    return read(() -> new History(reader).countAfter(seq));
  }

  /// The changes after that number, by number, at most `limit`, fewer where the pages are long; of
  /// each bookmark only its latest. Of the articles' content only the text is there: what is
  /// searched.
  public List<Change> changesAfter(long seq, int limit) {
    return read(() -> new History(reader).after(seq, limit));
  }

  /// All that is kept of a bookmark; not of one in the trash.
  public Optional<Dossier> dossier(long id) {
    return read(() -> resolve(id).flatMap(live -> entries().dossier(live, Entries.Depth.WHOLE)));
  }

  /// Every reading of a bookmark, by number; none if there is no such bookmark.
  public List<ArticleVersion> versions(long id) {
    return read(() -> resolve(id).map(new Articles(reader)::versions).orElse(List.of()));
  }

  /// The bytes that a bookmark's page last came as.
  public Optional<Snapshot> snapshot(long id) {
    return read(() -> resolve(id).flatMap(new Snapshots(reader)::latest));
  }

  /// The bytes of a bookmark's page that have that hash.
  public Optional<Snapshot> snapshot(long id, String sha256) {
    return read(() -> resolve(id).flatMap(live -> new Snapshots(reader).ofBody(live, sha256)));
  }

  /// The pictures that are kept with a bookmark, by address.
  public List<StoredImage> images(long id) {
    return read(() -> resolve(id).map(new Images(reader)::list).orElse(List.of()));
  }

  /// The bytes of a picture that is kept with any bookmark.
  ///
  /// @param sha256 of the bytes, in hexadecimal; that of a page finds nothing
  public Optional<Bytes> image(String sha256) {
    return read(() -> new Images(reader).bytes(sha256));
  }

  /// All tags that bookmarks bear, most used first.
  public List<TagCount> tags() {
    return read(() -> new Tags(reader).counts());
  }

  /// The searches kept by name, in the order of their keys.
  public List<SavedSearch> savedSearches() {
    return read(() -> new Searches(reader).all());
  }

  /// The files of notes that were read, by name.
  public List<NoteFileState> noteFiles() {
    return read(() -> new NoteFiles(reader).all());
  }

  /// What stands in a file of notes, or stood there; of bookmarks in the trash too.
  public List<Noted> sourcesOf(String file) {
    return read(() -> new Sources(reader).inFile(file));
  }

  /// The bookmarks that stand in those files of notes and whose page was not asked for yet, in the
  /// order of file and line.
  public List<Long> pendingIn(List<String> files) {
    return read(() -> new Sources(reader).pendingIn(files));
  }

  /// How many places are gone from each file of notes, by its name; of files that are gone, too.
  public Map<String, Integer> goneByFile() {
    return read(() -> new Sources(reader).goneByFile());
  }

  public Totals totals() {
    return read(() -> new History(reader).totals());
  }

  /// What lies in the trash, last removed first.
  public List<Trashed> trash() {
    return read(() -> new History(reader).trash());
  }

  /// Runs the work with the write lock held and commits what it did; if it throws, nothing of it
  /// stays. The work only changes the library: fetching, reading pages and indexing happen before
  /// or after, so that no other process waits for them. Other methods of this Store still show the
  /// state before; the transaction shows its own.
  ///
  /// @throws StoreException.Locked if another process keeps the lock for 30 s
  /// @throws StoreException.Full if the disk is full; then nothing of the work stays
  public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
    if (onReserve) {
      throw new StoreException.Full(file.path(), null);
    }
    return transact(work, Sql::writing);
  }

  /// As {@link #write}, but takes back all that the work did: tells what would come of it.
  public <T extends @Nullable Object> T rehearse(Function<Transaction, T> work) {
    return transact(work, Sql::rehearsing);
  }

  @FunctionalInterface
  private interface Way {
    <T extends @Nullable Object> T run(Sql sql, Supplier<T> work);
  }

  private <T extends @Nullable Object> T transact(Function<Transaction, T> work, Way way) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a write within a write");
    }
    return locked(
        writing,
        () -> {
          Sql sql = writer();
          return way.run(
              sql,
              () -> {
                long before = sql.number("SELECT seq FROM library");
                T result = perform(work, sql);
                new Seals(sql).sealAfter(before);
                return result;
              });
        });
  }

  private static <T extends @Nullable Object> T perform(Function<Transaction, T> work, Sql sql) {
    Transaction transaction = new Transaction(sql);
    try {
      return work.apply(transaction);
    } finally {
      transaction.end();
    }
  }

  /// As {@link #write}, for work that has nothing to give back.
  public void change(Consumer<Transaction> work) {
    write(withoutResult(work));
  }

  /// As {@link #change}, but on a full disk it takes the room that the library keeps for such a
  /// day: for what a person does to make room, and to take that back.
  public void changeOnReserve(Consumer<Transaction> work) {
    Function<Transaction, Boolean> change = withoutResult(work);
    try {
      transact(change, Sql::writing);
    } catch (StoreException.Full full) {
      takeFromReserve(full);
      transact(change, Sql::writing);
    }
  }

  private static Function<Transaction, Boolean> withoutResult(Consumer<Transaction> work) {
    return tx -> {
      work.accept(tx);
      return true;
    };
  }

  /// Looks for damage. Quick: structure, references and the library's own rules.
  ///
  /// @param readData also every index entry, and every saved page against its hash
  /// @return nothing if all is well
  public List<Finding> check(boolean readData) {
    return locked(reading, () -> new Checkup(file, reader).run(readData));
  }

  /// Mends what can be mended of what {@link #check} found. Before anything is touched, the file as
  /// it is goes beside the library; if that fails, nothing is touched.
  ///
  /// @param kept where it goes; with the log beside it, a library that can be opened
  /// @return what was done, a sentence for each thing; empty if nothing could be
  public List<String> repair(Path kept) {
    return locked(writing, () -> new Repair(file, writer()).run(kept));
  }

  /// Writes the library as it is at this moment into one file, which appears whole or not at all.
  /// Writers go on meanwhile.
  ///
  /// @throws StoreException.AlreadyThere if something is there
  public void backup(Path target) {
    backup(target, false);
  }

  /// As {@link #backup(Path)}, but may put the copy in the place of a file that is there.
  ///
  /// @param replace whether a file that is there is replaced; the library itself never is
  public void backup(Path target, boolean replace) {
    if (target.toAbsolutePath().normalize().equals(file.path().toAbsolutePath().normalize())) {
      throw new StoreException.AlreadyThere(target);
    }
    new Copy(file).write(target, replace);
  }

  /// Puts a backup in the library's place, in one step. The backup is checked first; the library
  /// that was there, if any, is kept in a file beside it. Processes that have the library open see
  /// the restored one next.
  ///
  /// @return the file that keeps what was there, or empty if nothing was
  /// @throws StoreException of the backup if it is absent, damaged, newer, or no library
  public static Optional<Path> restore(Path backup, Path database) {
    String task = "restore " + backup;
    return new Restoring(LibraryFile.at(backup, task), LibraryFile.at(database, task)).run();
  }

  @Override
  public void close() {
    locked(
        writing,
        () ->
            locked(
                reading,
                () -> {
                  try (reader) {
                    if (writer != null) {
                      writer.close();
                    }
                  }
                  if (writer != null || onReserve) {
                    reserve.fill();
                  }
                  return true;
                }));
  }

  private Entries entries() {
    return new Entries(reader);
  }

  private Optional<Long> resolve(long id) {
    return new Bookmarks(reader).resolve(id);
  }

  private <T> T read(Supplier<T> work) {
    return locked(reading, () -> reader.reading(work));
  }

  /// Opened when first needed: most runs of the program only read.
  private Sql writer() {
    if (writer == null) {
      writer = file.writer();
    }
    return writer;
  }

  /// A lock that a virtual thread waits for without holding its carrier.
  private static <T extends @Nullable Object> T locked(ReentrantLock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
