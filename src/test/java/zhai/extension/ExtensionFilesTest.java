package zhai.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhai.exchange.JsonText;
import zhai.model.Verdict;

/// The extension's own files: it can say in both languages whatever it has to say, and does nothing
/// that an extension with few rights has no need of.
class ExtensionFilesTest {
  private static final Path FOLDER = Path.of("src/extension");

  /// `say("key"`, `data-text="key"`, `__MSG_key__`, `getMessage("key"`.
  private static final Pattern SAID =
      Pattern.compile("(?:say\\(|getMessage\\(|data-text=|__MSG_)\"?([a-zA-Z]\\w*?)(?:\"|__)");

  private static final Set<String> ANCHORS =
      Set.of("exact", "near", "ambiguous", "missing", "unchecked");

  private static final Set<String> ERRORS =
      Set.of("missing", "forbidden", "ended", "page", "large");

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static JsonNode messages(String language) throws IOException {
    return JsonText.parse(
        read(FOLDER.resolve("_locales").resolve(language).resolve("messages.json")));
  }

  private static Set<String> keys(JsonNode messages) {
    return messages.properties().stream()
        .map(property -> property.getKey())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh_CN"})
  void saysEverythingInBothLanguagesAndNothingElse(String language) throws IOException {
    Set<String> needed = new TreeSet<>();
    for (String ending : List.of(".js", ".html", "manifest.json")) {
      for (Path file : files(ending)) {
        Matcher said = SAID.matcher(read(file));
        while (said.find()) {
          // The beginning of a key whose rest is what zhai answers: these are added below.
          if (!said.group(1).endsWith("_")) {
            needed.add(said.group(1));
          }
        }
      }
    }
    Stream.of(Verdict.values())
        .forEach(verdict -> needed.add("verdict_" + verdict.label().replace('-', '_')));
    ANCHORS.forEach(anchor -> needed.add("anchor_" + anchor));
    ERRORS.forEach(error -> needed.add("error_" + error));
    ERRORS.stream().filter(it -> !it.equals("page")).forEach(it -> needed.add("advice_" + it));
    needed.addAll(List.of("stored", "joined", "highlighted", "noHighlights"));
    assertEquals(needed, keys(messages(language)));
  }

  @Test
  void fillsTheSamePlacesInBothLanguages() throws IOException {
    JsonNode english = messages("en");
    JsonNode chinese = messages("zh_CN");
    for (String key : keys(english)) {
      assertEquals(
          english.path(key).path("placeholders"), chinese.path(key).path("placeholders"), key);
    }
  }

  @Test
  void makesNoMarkupOfTextAndAsksForNothing() throws IOException {
    Pattern risky =
        Pattern.compile(
            "innerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new"
                + " Function|fetch\\(|XMLHttpRequest"
                + "|WebSocket|EventSource|sendBeacon|import\\(|onMessageExternal|onConnectExternal|debugger");
    for (Path file : files(".js")) {
      assertTrue(!risky.matcher(read(file)).find(), file.toString());
    }
    for (Path file : files(".html")) {
      assertTrue(!Pattern.compile("https?:|<script>| on\\w+=").matcher(read(file)).find());
    }
  }
}
