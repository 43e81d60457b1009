package zhai.survival;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// A process that adds addresses one after the other, each with a run of the program of its own;
/// prints for each its exit code and how long it took.
final class RepeatedAdd {
  private RepeatedAdd() {}

  /// @param arguments the number of this writer, and how many addresses it adds
  public static void main(String[] arguments) throws Exception {
    int writer = Integer.parseInt(arguments[0]);
    try (TestWeb web = new TestWeb()) {
      Zhai zhai = new Zhai(Path.of(System.getenv("ZHAI_LIBRARY")), web);
      IntStream.range(0, Integer.parseInt(arguments[1]))
          .forEach(i -> {
            long start = System.nanoTime();
            Zhai.Ran ran = zhai.run(command(writer, i).toArray(String[]::new));
            System.out.println(ran.code() + " " + (System.nanoTime() - start) / 1_000_000);
            System.err.print(ran.err());
          });
    }
  }

  /// Every second address is every writer's, come by on a way of its own; the others are its alone.
  static List<String> command(int writer, int i) {
    String url =
        i % 2 == 0
            ? "https://blog.example.org/shared/%d?utm_source=writer%d".formatted(i, writer)
            : "https://blog.example.org/writer/%d/%d".formatted(writer, i);
    return List.of(
        "add", url, "--no-fetch", "-n", note(writer, i), "-x", "第%d句".formatted(i), "-t", "many");
  }

  static String note(int writer, int i) {
    return "%s of writer %d on %d".formatted(Afterwards.WORD, writer, i);
  }
}
