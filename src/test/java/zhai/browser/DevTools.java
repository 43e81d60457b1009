package zhai.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A conversation with a browser in the Chrome DevTools Protocol: JSON over a web socket, where an
/// answer carries the number of its question, and everything else is an event.
final class DevTools implements AutoCloseable {
  private static final int SECONDS = 30;

  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> questions = new ConcurrentHashMap<>();
  private final BiConsumer<String, JsonNode> events;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  /// @param events told the name and the parameters of each; called on another thread
  DevTools(URI address, BiConsumer<String, JsonNode> events) throws Exception {
    this.events = events;
    this.socket =
        client.newWebSocketBuilder().buildAsync(address, new Ear()).get(SECONDS, TimeUnit.SECONDS);
  }

  /// Asks, and waits for the answer.
  JsonNode ask(@Nullable String session, String method, Map<String, ?> parameters)
      throws Exception {
    JsonNode answer = send(session, method, parameters).get(SECONDS, TimeUnit.SECONDS);
    if (answer.has("error")) {
      throw new IllegalStateException(method + ": " + answer.get("error"));
    }
    return answer.path("result");
  }

  /// Asks, and waits for nothing.
  CompletableFuture<JsonNode> send(
      @Nullable String session, String method, Map<String, ?> parameters)
      throws JsonProcessingException {
    int number = numbers.incrementAndGet();
    ObjectNode question = json.createObjectNode().put("id", number).put("method", method);
    question.set("params", json.valueToTree(parameters));
    if (session != null) {
      question.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    questions.put(number, answer);
    String text = json.writeValueAsString(question);
    synchronized (socket) {
      socket.sendText(text, true).join();
    }
    return answer;
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }

  private void hear(String message) throws JsonProcessingException {
    JsonNode said = json.readTree(message);
    CompletableFuture<JsonNode> question =
        said.has("id") ? questions.remove(said.get("id").intValue()) : null;
    if (question != null) {
      question.complete(said);
    } else if (said.has("method")) {
      events.accept(said.get("method").textValue(), said.path("params"));
    }
  }

  /// Puts messages together that come in pieces.
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        try {
          hear(message.toString());
        } catch (JsonProcessingException e) {
          throw new IllegalStateException(e);
        } finally {
          message.setLength(0);
        }
      }
      socket.request(1);
      return null;
    }
  }
}
