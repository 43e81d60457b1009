package zhai.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.fetch.Browser;
import zhai.fetch.FetchOptions;

/// An installed Chromium without a window, that tells what a page did: what it asked for, which
/// dialogs it opened, where it went, and what a script of ours finds on it.
///
/// No page is protected: content security policies are ignored, so that what is seen is what the
/// markup alone does. Names resolve to nothing; only addresses of this machine are ever asked.
final class Chromium implements AutoCloseable {
  private static final int SECONDS = 30;
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private static final List<String> SWITCHES =
      List.of(
          "--headless",
          "--remote-debugging-port=0",
          "--no-first-run",
          "--no-default-browser-check",
          "--no-proxy-server",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-extensions",
          "--disable-sync",
          "--disable-gpu",
          "--disable-breakpad",
          "--password-store=basic",
          "--use-mock-keychain");

  private final Process process;
  private final DevTools tools;
  private final String page;
  private final List<String> deeds = Collections.synchronizedList(new ArrayList<>());
  private volatile CompletableFuture<@Nullable Void> loaded = new CompletableFuture<>();

  /// What a page did.
  ///
  /// @param deeds requests, dialogs, frames and journeys beyond the page itself, in their order
  /// @param answer of the script that was asked on it
  record Sight(List<String> deeds, JsonNode answer) {}

  /// @return empty if there is none on this machine
  static Optional<Path> installed() {
    return Browser.find(System.getenv(), FetchOptions.defaults(), InstantSource.system())
        .map(Browser::program);
  }

  /// @param profile an empty folder
  /// @param first a script that runs in every page and frame before anything else does
  Chromium(Path program, Path profile, String first) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(SWITCHES);
    command.add("--user-data-dir=" + profile);
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    tools = new DevTools(address(), this::notice);
    String target =
        tools
            .ask(null, "Target.createTarget", Map.of("url", "about:blank"))
            .get("targetId")
            .textValue();
    page =
        tools
            .ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .textValue();
    for (String domain : List.of("Page", "Network", "Runtime")) {
      tools.ask(page, domain + ".enable", Map.of());
    }
    tools.ask(page, "Page.setBypassCSP", Map.of("enabled", true));
    tools.ask(page, "Page.addScriptToEvaluateOnNewDocument", Map.of("source", first));
    tools.ask(
        page,
        "Target.setAutoAttach",
        Map.of("autoAttach", true, "waitForDebuggerOnStart", false, "flatten", true));
  }

  private URI address() throws IOException {
    BufferedReader errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread.ofVirtual().start(() -> errors.lines().forEach(_ -> {}));
        return URI.create(listening.group(1));
      }
    }
    throw new IOException("the browser ended before it listened");
  }

  /// Opens a file, waits until it is loaded with all that it asks for, and asks a script on it.
  ///
  /// @param question an expression, or a promise of its value
  Sight open(Path file, String question) throws Exception {
    return open(file.toUri().toString(), Chromium::isOfFiles, question);
  }

  /// The same of a page of a server.
  ///
  /// @param own which deeds are the server's own, and not told
  Sight open(String address, Predicate<String> own, String question) throws Exception {
    loaded = new CompletableFuture<>();
    deeds.clear();
    tools.ask(page, "Page.navigate", Map.of("url", address));
    loaded.get(SECONDS, TimeUnit.SECONDS);
    JsonNode answer =
        tools.ask(
            page,
            "Runtime.evaluate",
            Map.of("expression", question, "awaitPromise", true, "returnByValue", true));
    synchronized (deeds) {
      List<String> foreign = deeds.stream().filter(own.negate()).toList();
      return new Sight(foreign, answer.path("result").path("value"));
    }
  }

  /// Whether only a file was asked for that is there: a page's own, since no text names another.
  private static boolean isOfFiles(String deed) {
    String address = deed.substring(deed.indexOf(' ') + 1).replaceFirst("#.*", "");
    return address.startsWith("file:///") && Files.isRegularFile(Path.of(URI.create(address)));
  }

  private void notice(String event, JsonNode told) {
    switch (event) {
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Network.requestWillBeSent" ->
          deeds.add(told.path("type").asText() + " " + told.at("/request/url").asText());
      case "Network.webSocketCreated" -> deeds.add("WebSocket " + told.path("url").asText());
      case "Page.javascriptDialogOpening" -> {
        deeds.add("dialog " + told.path("message").asText());
        answerDialog();
      }
      case "Page.frameNavigated" -> deeds.add("frame " + told.at("/frame/url").asText());
      case "Target.attachedToTarget" -> deeds.add("target " + told.at("/targetInfo/url").asText());
      case "Page.downloadWillBegin" -> deeds.add("download " + told.path("url").asText());
      default -> {}
    }
  }

  private void answerDialog() {
    try {
      tools.send(page, "Page.handleJavaScriptDialog", Map.of("accept", true));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    tools.close();
    end(process);
  }

  /// Ends a browser with all the processes that it started.
  static void end(Process browser) {
    List<ProcessHandle> all =
        Stream.concat(browser.descendants(), Stream.of(browser.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join());
  }
}
