package zhai.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A conversation with a browser in the Chrome DevTools Protocol: JSON, where an answer carries the
/// number of its question, and everything else is an event. It goes over a web socket or over a
/// pipe; only over a pipe does a browser let its extensions be used.
final class DevTools implements AutoCloseable {
  private static final int SECONDS = 60;

  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> questions = new ConcurrentHashMap<>();
  private final BiConsumer<String, JsonNode> events;
  private final Wire wire;

  /// What messages go over.
  private sealed interface Wire {
    void send(String message);

    void close();
  }

  /// @param events told the name and the parameters of each; called on another thread
  DevTools(URI address, BiConsumer<String, JsonNode> events) throws Exception {
    this.events = events;
    HttpClient client = HttpClient.newHttpClient();
    this.wire =
        new Socket(
            client,
            client
                .newWebSocketBuilder()
                .buildAsync(address, new Ear())
                .get(SECONDS, TimeUnit.SECONDS));
  }

  /// @param in what the browser says; read to its end on a thread of its own
  /// @param out what it hears
  /// @param events told the name and the parameters of each; called on another thread
  DevTools(InputStream in, OutputStream out, BiConsumer<String, JsonNode> events) {
    this.events = events;
    this.wire = new Pipe(out);
    Thread.ofPlatform().daemon().start(() -> listen(in));
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
    synchronized (wire) {
      wire.send(text);
    }
    return answer;
  }

  @Override
  public void close() {
    wire.close();
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

  /// In a pipe a zero byte ends each message.
  private void listen(InputStream in) {
    try (BufferedInputStream bytes = new BufferedInputStream(in)) {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        if (next == 0) {
          hear(message.toString(StandardCharsets.UTF_8));
          message.reset();
        } else {
          message.write(next);
        }
      }
    } catch (IOException e) {
      questions.values().forEach(question -> question.completeExceptionally(e));
    }
  }

  private record Socket(HttpClient client, WebSocket socket) implements Wire {
    @Override
    public void send(String message) {
      socket.sendText(message, true).join();
    }

    @Override
    public void close() {
      socket.abort();
      client.close();
    }
  }

  private record Pipe(OutputStream out) implements Wire {
    @Override
    public void send(String message) {
      try {
        out.write((message + "\0").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
