package zhai.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sqlite.SQLiteConfig;

/// The library's file before there is a store: how it is created, told apart from other files, and
/// connected to.
///
/// On a local disk the file is in WAL mode: readers and one writer don't wait for each other. WAL
/// needs memory shared between processes, which a network file system can't promise; there the file
/// is in rollback mode, slower and safe as far as the server's locks are.
///
/// @param migrations all the steps that this program knows, in order
/// @param patience how long to wait for another process's lock
/// @param task what this process was asked to do, for those that wait for it in turn
record LibraryFile(Path path, List<Migration> migrations, Duration patience, String task) {
  /// `zhai` in ASCII; the number by which a SQLite file says whose it is.
  static final int APPLICATION_ID = 0x7A686169;

  /// The first SQLite whose WAL is safe under concurrent writers (sqlite.org/wal.html#walresetbug).
  static final String OLDEST_SQLITE = "3.51.3";

  /// Endings of the files that SQLite keeps beside a database while it works.
  static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Places in a SQLite file's first 100 bytes (sqlite.org/fileformat.html#the_database_header).
  static final int HEADER_BYTES = 100;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  static final int USER_VERSION_AT = 60;
  private static final int APPLICATION_ID_AT = 68;

  private static final Set<String> NETWORK_TYPES =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afs",
          "afpfs",
          "9p",
          "webdav",
          "davfs",
          "fuse.sshfs",
          "fuse.davfs",
          "fuse.rclone",
          "ncpfs",
          "virtiofs",
          "vboxsf",
          "lustre",
          "ceph");

  static LibraryFile at(Path path, String task) {
    return new LibraryFile(path, Migration.all(), PATIENCE, task);
  }

  /// The same kind of file at another place.
  LibraryFile in(Path other) {
    return new LibraryFile(other, migrations, patience, task);
  }

  int known() {
    return migrations.getLast().number();
  }

  /// Makes an empty library unless one is there. Of several processes that do so at once one wins,
  /// and all of them find the same library.
  void create() {
    if (Files.exists(path)) {
      return;
    }
    try (NewFile file = NewFile.beside(path)) {
      LibraryFile draft = in(file.draft());
      draft.fill();
      file.appear();
    }
  }

  private void fill() {
    try (Sql sql = writer()) {
      sql.script("PRAGMA application_id = " + APPLICATION_ID);
      sql.writing(() -> {
        migrate(sql, 0);
        return sql.update("INSERT INTO library (one, uuid) VALUES (1, ?)", newUuid());
      });
    }
  }

  static String newUuid() {
    return UUID.randomUUID().toString();
  }

  /// Runs all steps after that one, within the caller's transaction.
  ///
  /// @return the format reached
  int migrate(Sql sql, int from) {
    migrations.stream()
        .filter(step -> step.number() > from)
        .forEach(step -> sql.script(step.script()));
    List<String> lost = sql.list("PRAGMA foreign_key_check", row -> row.text("table"));
    if (!lost.isEmpty()) {
      throw new StoreException.Damaged(path, "a step of the schema loses rows of " + lost, null);
    }
    sql.script("PRAGMA user_version = " + known());
    return known();
  }

  /// Looks whose file it is and how new, without changing a byte of it or leaving one beside it.
  ///
  /// @return the format found
  int inspect() {
    if (!Files.isRegularFile(path)) {
      throw new StoreException.NoLibrary(path);
    }
    try (InputStream in = Files.newInputStream(path)) {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER_BYTES));
      if (!isOurs(header)) {
        throw new StoreException.NotALibrary(path);
      }
      int inLog = new LogFile(companion("-wal")).userVersion();
      return refuseNewer(Math.max(header.getInt(USER_VERSION_AT), inLog));
    } catch (IOException e) {
      throw new StoreException.Unusable(path, "it can't be read (" + e + ")", e);
    }
  }

  private static boolean isOurs(ByteBuffer header) {
    return header.limit() == HEADER_BYTES
        && header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
        && header.getInt(APPLICATION_ID_AT) == APPLICATION_ID;
  }

  /// The file of that name ending beside the library, such as its log.
  Path companion(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  int refuseNewer(int found) {
    if (found > known()) {
      throw new StoreException.NewerLibrary(path, found, known(), copyToGoBackTo());
    }
    return found;
  }

  /// The latest copy that an upgrade left and this program can read.
  private Optional<Path> copyToGoBackTo() {
    return IntStream.iterate(known() + 1, number -> number > 1, number -> number - 1)
        .mapToObj(this::before)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// Where the copy lies that is made before the step of that number is taken.
  Path before(int number) {
    return companion(".before-" + number);
  }

  /// A connection that can only read: `query_only` refuses every change.
  Sql reader() {
    Sql sql = connect("rw");
    sql.script("PRAGMA query_only = ON");
    return sql;
  }

  /// A connection that can write, in the journal mode that the place allows.
  Sql writer() {
    Sql sql = connect("rw");
    String mode = networkType().isPresent() ? "delete" : "wal";
    String present = sql.first("PRAGMA journal_mode", row -> row.text("journal_mode")).orElse("");
    if (!present.equals(mode)) {
      sql.first("PRAGMA journal_mode = " + mode, row -> row.text("journal_mode"));
    }
    return sql;
  }

  /// @param mode SQLite's `mode` of a file: URI; `rw` never creates a file
  Sql connect(String mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    try {
      Driver.load();
      String url = "jdbc:sqlite:file:" + path.toUri().getRawPath() + "?mode=" + mode;
      Sql sql = new Sql(config.createConnection(url), this, Holder.beside(path, task));
      return prepared(sql);
    } catch (SQLException e) {
      throw new StoreException.Unusable(path, String.valueOf(e.getMessage()), e);
    }
  }

  private Sql prepared(Sql sql) {
    try {
      requireSafeSqlite(sql);
      sql.script(
          """
          PRAGMA synchronous = FULL;
          PRAGMA fullfsync = ON;
          PRAGMA checkpoint_fullfsync = ON;
          PRAGMA foreign_keys = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          """);
      return sql;
    } catch (StoreException e) {
      sql.close();
      throw e;
    }
  }

  private void requireSafeSqlite(Sql sql) {
    String found = sql.first("SELECT sqlite_version() AS v", row -> row.text("v")).orElseThrow();
    if (isOlder(found, OLDEST_SQLITE)) {
      throw new StoreException.OldSqlite(path, found, OLDEST_SQLITE);
    }
  }

  /// Compares versions such as `3.51.3` part by part.
  static boolean isOlder(String version, String than) {
    return Arrays.compare(parts(version), parts(than)) < 0;
  }

  private static int[] parts(String version) {
    return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  /// The type of the network file system that holds the library, or empty on a local disk.
  Optional<String> networkType() {
    try {
      String type = Files.getFileStore(path).type().toLowerCase(Locale.ROOT);
      return NETWORK_TYPES.contains(type) ? Optional.of(type) : Optional.empty();
    } catch (IOException e) {
      throw new StoreException.Unusable(path, "its file system can't be told (" + e + ")", e);
    }
  }
}
