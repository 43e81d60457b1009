package zhai.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Readability.js with linkedom in a Node.js process that is kept warm: a page's file in, its time
/// out. The versions are those of `src/bench/package-lock.json`.
final class PeerProcess implements AutoCloseable {
  private final ObjectMapper json = new ObjectMapper();
  private final BufferedWriter requests;
  private final BufferedReader answers;

  private PeerProcess(Process node) {
    requests = node.outputWriter();
    answers = node.inputReader();
  }

  /// What the peer made of a page.
  record Answer(double millis, long characters) {}

  /// Fetches the packages if they are not there, and starts.
  ///
  /// @param work a folder for program and packages
  static PeerProcess start(Path work) throws IOException, InterruptedException {
    NodePackages.in(work);
    return new PeerProcess(builder(work, "node", "readability.mjs").start());
  }

  Answer read(SpeedPage page) {
    try {
      requests.write(page.file().toAbsolutePath() + "\n");
      requests.flush();
      JsonNode answer = json.readTree(answers.readLine());
      return new Answer(answer.path("millis").asDouble(), answer.path("characters").asLong());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The peer ends when there are no more requests.
  @Override
  public void close() throws IOException {
    requests.close();
  }

  private static ProcessBuilder builder(Path folder, String... command) {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
