package zhai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// ripgrep over text files: no index, no order, every file is read each time.
final class Ripgrep implements Peer {
  private static final int NOTHING_FOUND = 1;

  private final Path folder;
  private final Path output;

  Ripgrep(Path folder) {
    this.folder = folder.resolve("texts");
    this.output = folder.resolve("rg.out");
  }

  @Override
  public String label() {
    return "ripgrep, a process each";
  }

  @Override
  public double add(MadePages pages, int count) throws IOException {
    long start = System.nanoTime();
    TextFiles.write(folder, pages, count);
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public double megabytes() throws IOException {
    return MadeLibrary.megabytes(folder);
  }

  @Override
  public boolean startsAnew() {
    return true;
  }

  @Override
  public OptionalInt search(Asked asked) throws IOException, InterruptedException {
    boolean expressible =
        switch (asked.shape()) {
          case ALL -> asked.words().size() == 1;
          case PHRASE -> true;
          case ANY, OF_SITE, DEEP -> false;
        };
    if (!expressible) {
      return OptionalInt.empty();
    }
    List<String> command = new ArrayList<>(List.of("rg", "--fixed-strings", "--ignore-case"));
    command.addAll(List.of("--max-count=1", "--", asked.words().getFirst(), folder.toString()));
    Processes.run(command, Map.of(), ProcessBuilder.Redirect.to(output.toFile()), NOTHING_FOUND);
    try (Stream<String> lines = Files.lines(output)) {
      return OptionalInt.of((int) lines.limit(Asked.PAGE).count());
    }
  }

  @Override
  public void close() {}
}
