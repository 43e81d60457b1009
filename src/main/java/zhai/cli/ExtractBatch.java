package zhai.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import zhai.exchange.JsonText;
import zhai.extract.Extraction;
import zhai.fetch.SavedPage;
import zhai.fetch.UnreadableSavedPageException;
import zhai.library.PageReading;
import zhai.model.Article;

/// The batch door of extraction: a line that names a file in, a line with what its page says out,
/// in the same order, on all cores.
///
/// A file that can't be read gets `{"id":…,"error":…}` and the exit code 1 at the end.
final class ExtractBatch {
  private final Session session;
  private final PageReading reading;
  private boolean failed;

  ExtractBatch(Session session, PageReading reading) {
    this.session = session;
    this.reading = reading;
  }

  int run() throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    Deque<Future<ObjectNode>> answers = new ArrayDeque<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(cores)) {
      Iterator<String> lines = session.inputLines().filter(line -> !line.isBlank()).iterator();
      while (lines.hasNext()) {
        String line = lines.next();
        answers.add(executor.submit(() -> answer(line)));
        if (answers.size() > 2 * cores) {
          print(answers.remove());
        }
      }
      while (!answers.isEmpty()) {
        print(answers.remove());
      }
    }
    return failed ? ExitCode.SOME_FAILED : ExitCode.OK;
  }

  private void print(Future<ObjectNode> answer) throws InterruptedException {
    try {
      ObjectNode object = answer.get();
      failed |= object.has("error");
      session.printer().json(JsonText.write(object));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private ObjectNode answer(String line) {
    ObjectNode answer = JsonText.object();
    try {
      JsonNode request = JsonText.parse(line);
      answer.set("id", request.path("id"));
      SavedPage file = SavedPages.read(session, request.path("file").asText());
      Extraction extraction =
          reading.read(file, textOrNull(request, "url"), textOrNull(request, "contentType"));
      answer.setAll(describe(extraction));
    } catch (JsonProcessingException e) {
      answer.putNull("id");
      answer.put("error", "not a JSON line: " + e.getOriginalMessage());
    } catch (UncheckedIOException | UnreadableSavedPageException e) {
      answer.put("error", Failure.meaning(e).sentence());
    }
    return answer;
  }

  private static @Nullable String textOrNull(JsonNode request, String key) {
    JsonNode value = request.path(key);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }

  /// `verdict`, `detail`, and the fields of the article, or of what a listing shows; null where the
  /// page says nothing.
  static ObjectNode describe(Extraction extraction) {
    ObjectNode object = JsonText.object();
    Article article = extraction.shown();
    object.put("verdict", extraction.verdict().label());
    object.put("title", article == null ? null : article.title());
    object.put("byline", article == null ? null : article.byline());
    object.put("published", article == null ? null : text(article.published()));
    object.put("site", article == null ? null : article.site());
    object.put("lang", article == null ? null : article.language());
    object.put("text", article == null ? null : article.content().text());
    object.put("markdown", article == null ? null : article.content().markdown());
    object.put("detail", extraction.detail());
    return object;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
