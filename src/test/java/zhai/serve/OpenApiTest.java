package zhai.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.cli.Zhai;
import zhai.exchange.JsonText;
import zhai.loopback.TestWeb;

/// `openapi.json` and the server say the same: every address of one is in the other, every status
/// that is described is answered by a call of `calls.txt`, and each answer is as its schema says.
class OpenApiTest {
  private static final Pattern CALL =
      Pattern.compile("(\\d{3}) ([A-Z]+) (\\S+) (\\S+)(?: (as nobody|as a form|too long))?");

  @TempDir private static Path folder;
  private static TestWeb web;
  private static TestReader reader;
  private static JsonNode described;

  /// A line of `calls.txt` with what stands below it.
  private record Call(
      String status, String method, String pattern, String path, String how, String body) {}

  @BeforeAll
  static void open() throws Exception {
    web = new TestWeb();
    web.article("a.example/1", "第一页", "先完成，再完美，是他写下的第一句话。");
    Path library = folder.resolve("library");
    Zhai zhai = new Zhai(library, web);
    assertEquals(
        0, zhai.run("add", "https://a.example/1", "-x", "先完成，再完美", "-t", "rag", "-n", "n").code());
    reader = new TestReader(library, web);
    described = JsonText.parse(reader.get("/api/v1/openapi.json").body());
  }

  @AfterAll
  static void close() {
    reader.close();
    web.close();
  }

  private static List<Call> calls() throws IOException {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("calls.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Call> calls = new ArrayList<>();
      for (String line : text.lines().filter(it -> !it.isEmpty() && !it.startsWith("#")).toList()) {
        Matcher call = CALL.matcher(line);
        if (call.matches()) {
          String how = Objects.requireNonNullElse(call.group(5), "");
          calls.add(new Call(call.group(1), call.group(2), call.group(3), call.group(4), how, ""));
        } else {
          Call last = calls.removeLast();
          calls.add(new Call(last.status, last.method, last.pattern, last.path, last.how, line));
        }
      }
      return calls;
    }
  }

  @Test
  void everyAddressIsDescribedAndEveryDescribedOneIsThere() {
    Set<String> offered =
        reader.server().routes().stream()
            .filter(it -> it.pattern().startsWith(Api.ROOT))
            .map(it -> it.method() + " " + it.pattern())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written = new TreeSet<>();
    described
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(
                    it -> written.add(it.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertEquals(offered, written);
  }

  @Test
  void everyAnswerIsAsDescribed() throws Exception {
    JsonSchema schemas = new JsonSchema(described);
    List<String> wrong = new ArrayList<>();
    Set<String> answered = new TreeSet<>();
    for (Call call : calls()) {
      TestReader.Came came = answer(call);
      answered.add(call.method + " " + call.pattern + " " + came.status());
      if (!call.status.equals(Integer.toString(came.status()))) {
        wrong.add("%s → %d %s".formatted(call, came.status(), came.body()));
        continue;
      }
      JsonNode content = operation(call).at("/responses/" + call.status + "/content");
      String type = came.header("content-type");
      if (!content.has(type)) {
        wrong.add("%s → %s".formatted(call, type));
      } else if (type.equals(Reply.JSON)) {
        JsonNode schema = content.get(type).get("schema");
        schemas
            .faults(schema, JsonText.parse(came.body()))
            .forEach(it -> wrong.add("%s → %s".formatted(call, it)));
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(statuses(), answered);
  }

  /// What the file takes, the server takes, and the other way round.
  @Test
  void everyBodyIsAsDescribed() throws Exception {
    JsonSchema schemas = new JsonSchema(described);
    List<String> wrong = new ArrayList<>();
    for (Call call : calls()) {
      JsonNode schema = operation(call).at("/requestBody/content/application~1json/schema");
      if (call.status.startsWith("20") && !call.body.isEmpty()) {
        schemas
            .faults(schema, JsonText.parse(call.body))
            .forEach(it -> wrong.add("%s: %s".formatted(call, it)));
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static JsonNode operation(Call call) {
    return described.get("paths").path(call.pattern).path(call.method.toLowerCase(Locale.ROOT));
  }

  private static Set<String> statuses() {
    Set<String> all = new TreeSet<>();
    described
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(one -> {
                  String method = one.getKey().toUpperCase(Locale.ROOT);
                  one.getValue()
                      .get("responses")
                      .fieldNames()
                      .forEachRemaining(it -> all.add(method + " " + path.getKey() + " " + it));
                }));
    return all;
  }

  private static TestReader.Came answer(Call call) throws IOException {
    String request = call.method + " " + call.path;
    String token = "Zhai-Token: " + reader.token();
    String json = "\nContent-Type: application/json";
    return switch (call.how) {
      case "as nobody" -> reader.send(request, json.strip(), call.body);
      case "as a form" ->
          reader.send(
              request, token + "\nContent-Type: application/x-www-form-urlencoded", call.body);
      case "too long" ->
          reader.send(
              request, token + json, "{\"note\":\"" + "x".repeat(Routes.MAX_BODY_BYTES) + "\"}");
      default -> reader.send(request, token + json, call.body);
    };
  }
}
