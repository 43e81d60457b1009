package zhai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import zhai.measure.NodePackages;

/// MiniSearch in a Node.js process that is kept warm: the whole index in memory, no passages.
final class MiniSearch implements Peer {
  private static final Path WORK = Path.of("target/bench");

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;
  private final Process node;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private double megabytes;

  private MiniSearch(Path folder, Process node) {
    this.folder = folder;
    this.node = node;
    this.requests = node.outputWriter();
    this.answers = node.inputReader();
  }

  /// Fetches the packages if they are not there, and starts.
  static MiniSearch start(Path folder) throws IOException, InterruptedException {
    NodePackages.in(WORK);
    return new MiniSearch(
        folder,
        new ProcessBuilder(List.of("node", "--max-old-space-size=8192", "minisearch.mjs"))
            .directory(WORK.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  @Override
  public String label() {
    return "MiniSearch, no passages";
  }

  @Override
  public double add(MadePages pages, int count) throws IOException {
    Path lines = pages.write(count, folder.resolve("minisearch.jsonl"));
    return answer(Map.of("add", lines.toAbsolutePath().toString())).path("millis").asDouble()
        / 1_000;
  }

  /// Of the process: it has no files.
  @Override
  public double megabytes() {
    return megabytes;
  }

  @Override
  public boolean startsAnew() {
    return false;
  }

  @Override
  public OptionalInt search(Asked asked) throws IOException {
    return switch (asked.shape()) {
      case PHRASE, OF_SITE -> OptionalInt.empty();
      case ALL, DEEP -> found(asked, "AND");
      case ANY -> found(asked, "OR");
    };
  }

  private OptionalInt found(Asked asked, String together) throws IOException {
    JsonNode answer = answer(Map.of("query", asked.plain(), "with", together));
    int found = answer.path("found").asInt();
    return OptionalInt.of(Math.clamp(found - asked.offset(), 0, Asked.PAGE));
  }

  private JsonNode answer(Map<String, String> request) throws IOException {
    requests.write(json.writeValueAsString(request));
    requests.newLine();
    requests.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("MiniSearch ended, perhaps for want of memory");
    }
    JsonNode answer = json.readTree(line);
    megabytes = Math.max(megabytes, answer.path("megabytes").asDouble());
    return answer;
  }

  /// It ends when there are no more requests.
  @Override
  public void close() throws IOException {
    requests.close();
    node.destroy();
  }
}
