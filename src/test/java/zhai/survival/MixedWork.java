package zhai.survival;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// A process that works on a library with one command after the other, as a person or a script
/// does; prints for each its exit code, how long it took and how many operations it was.
final class MixedWork {
  private static final int PAGES_AT_ONCE = 6;

  /// Operations of a writer in a round: each page that is added is one, and so is each other
  /// command.
  static final int OPERATIONS_IN_A_ROUND = 2 * PAGES_AT_ONCE + 4;

  private MixedWork() {}

  /// What a process does again and again.
  enum Role {
    WRITER,
    REINDEXER,
    KEEPER,
    SEARCHER
  }

  /// @param arguments the role, the number of this process, and how many rounds it works
  public static void main(String[] arguments) throws Exception {
    Role role = Role.valueOf(arguments[0]);
    int number = Integer.parseInt(arguments[1]);
    Path library = Path.of(System.getenv("ZHAI_LIBRARY"));
    try (TestWeb web = new TestWeb()) {
      Zhai zhai = new Zhai(library, web);
      IntStream.range(0, Integer.parseInt(arguments[2]))
          .boxed()
          .flatMap(round -> commands(role, number, round, library))
          .forEach(command -> run(zhai, command));
    }
  }

  private static void run(Zhai zhai, List<String> command) {
    long start = System.nanoTime();
    Zhai.Ran ran = zhai.run(command.toArray(String[]::new));
    System.out.printf("%d %d%n", ran.code(), (System.nanoTime() - start) / 1_000_000);
    if (ran.code() != 0) {
      System.err.print(command + ": " + ran.err());
    }
  }

  private static Stream<List<String>> commands(Role role, int number, int round, Path library) {
    return switch (role) {
      case WRITER -> written(number, round);
      case REINDEXER -> Stream.of(List.of("reindex"));
      case KEEPER ->
          Stream.of(
              List.of("backup", library.resolveSibling("backup-" + round + ".db").toString()));
      case SEARCHER ->
          Stream.of(
              List.of("search", "--json", Afterwards.WORD),
              List.of("list", "--json"),
              List.of("status"));
    };
  }

  /// Half of the pages are every writer's, come by on a way of its own; the others are its alone.
  private static Stream<List<String>> written(int writer, int round) {
    String own = own(writer, round, 0);
    return Stream.of(
        add(
            writer,
            round,
            IntStream.range(0, PAGES_AT_ONCE)
                .mapToObj(i -> shared(round, i) + "?utm_source=writer" + writer)),
        add(writer, round, IntStream.range(0, PAGES_AT_ONCE).mapToObj(i -> own(writer, round, i))),
        List.of("note", own, "-n", note(writer, round) + " again", "-x", "第%d句".formatted(round)),
        List.of("tag", own, "writer-" + writer, "-d", "many"),
        List.of("edit", own, "--title", "renamed in round " + round, "--read", "--star"),
        List.of("remove", own(writer, round, 1)));
  }

  private static List<String> add(int writer, int round, Stream<String> pages) {
    return Stream.of(Stream.of("add", "--no-fetch", "-t", "many", "-n", note(writer, round)), pages)
        .flatMap(words -> words)
        .toList();
  }

  private static String shared(int round, int i) {
    return "https://blog.example.org/shared/%d/%d".formatted(round, i);
  }

  private static String own(int writer, int round, int i) {
    return "https://blog.example.org/writer/%d/%d/%d".formatted(writer, round, i);
  }

  private static String note(int writer, int round) {
    return "%s of writer %d in round %d".formatted(Afterwards.WORD, writer, round);
  }

  /// The notes of a page, by its address, as they are when all writers are done.
  static Stream<Map.Entry<String, String>> notesOf(int writer, int round) {
    String note = note(writer, round);
    Stream<String> shared = IntStream.range(0, PAGES_AT_ONCE).mapToObj(i -> shared(round, i));
    Stream<String> own =
        IntStream.range(0, PAGES_AT_ONCE).filter(i -> i != 1).mapToObj(i -> own(writer, round, i));
    return Stream.concat(
        Stream.concat(shared, own).map(page -> Map.entry(page, note)),
        Stream.of(Map.entry(own(writer, round, 0), note + " again")));
  }
}
