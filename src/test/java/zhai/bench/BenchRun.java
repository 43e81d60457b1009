package zhai.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/// `mvn -Pbench verify`: prints how long everything takes beside what people would use instead.
///
/// `-Dbench=starts,search` measures some sections only ({@link Section}), `-Dpages=10000` other
/// sizes.
final class BenchRun {
  private BenchRun() {}

  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("zhai-bench");
    try (Bench bench = new Bench(work)) {
      for (Section section : Section.of(System.getProperty("bench", ""))) {
        section.run(bench);
      }
      System.out.printf(
          "%n%s, %s%n%s%nThe libraries stay in %s%n",
          LocalDate.now(), Machine.description(), bench.table().markdown(), work);
    }
  }
}
