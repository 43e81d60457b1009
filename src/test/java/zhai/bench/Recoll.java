package zhai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Recoll, desktop search over Xapian, with its own settings over text files. Chinese text is cut
/// into pieces of two characters.
final class Recoll implements Peer {
  private static final String FOUND = "text/plain";

  private final Path folder;
  private final Path settings;
  private final Path output;

  Recoll(Path folder) throws IOException {
    this.folder = folder.resolve("recoll-texts");
    this.settings = Files.createDirectories(folder.resolve("recoll"));
    this.output = folder.resolve("recoll.out");
  }

  @Override
  public String label() {
    return "Recoll (Xapian), a process each";
  }

  /// The files are there before the clock starts.
  @Override
  public double add(MadePages pages, int count) throws IOException, InterruptedException {
    TextFiles.write(folder, pages, count);
    Files.writeString(
        settings.resolve("recoll.conf"),
        "topdirs = " + folder + "\nloglevel = 2\nmonitor = 0\nautodiacsens = 0\n");
    return Processes.run(List.of("recollindex", "-c", settings.toString()), Map.of()).seconds();
  }

  @Override
  public double megabytes() throws IOException {
    return MadeLibrary.megabytes(settings.resolve("xapiandb"));
  }

  @Override
  public boolean startsAnew() {
    return true;
  }

  @Override
  public OptionalInt search(Asked asked) throws IOException, InterruptedException {
    String query =
        switch (asked.shape()) {
          case ALL, DEEP -> asked.plain();
          case ANY -> String.join(" OR ", asked.words());
          case PHRASE -> '"' + asked.plain() + '"';
          case OF_SITE -> "";
        };
    if (query.isEmpty()) {
      return OptionalInt.empty();
    }
    String page = asked.offset() + "-" + Asked.PAGE;
    List<String> command = new ArrayList<>(List.of("recollq", "-c", settings.toString()));
    command.addAll(List.of("-A", "-n", page, query));
    Processes.run(command, Map.of(), ProcessBuilder.Redirect.to(output.toFile()), 0);
    try (Stream<String> lines = Files.lines(output)) {
      return OptionalInt.of(
          lines.filter(line -> line.startsWith(FOUND)).collect(Collectors.toList()).size());
    }
  }

  @Override
  public void close() {}
}
