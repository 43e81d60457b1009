package zhai.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import zhai.exchange.JsonText;

/// An installed Chromium without a window, whose button of an extension is pressed: the extension
/// then may look at the page in sight and at no other, and its popup opens, as for a person.
/// WebDriver can't press it; the browser's own protocol can, and only over a pipe.
final class PressedBrowser implements AutoCloseable {
  private static final int SECONDS = 60;

  /// The pipe of the protocol is the process's third and fourth stream. A shell puts our two there.
  private static final List<String> SHELL =
      List.of("/bin/sh", "-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null", "sh");

  private static final List<String> SWITCHES =
      List.of(
          "--headless=new",
          "--remote-debugging-pipe",
          "--enable-unsafe-extension-debugging",
          "--no-first-run",
          "--no-proxy-server",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-gpu",
          "--disable-breakpad",
          "--disable-dev-shm-usage",
          "--disable-features=HttpsUpgrades,DisableLoadExtensionCommandLineSwitch",
          "--password-store=basic",
          "--use-mock-keychain");

  private static final String LOADED =
      "new Promise(done => document.readyState === 'complete' ? done(true)"
          + " : addEventListener('load', () => done(true)))";

  private final Process process;
  private final DevTools tools;
  private final BlockingQueue<String> popups = new LinkedBlockingQueue<>();

  /// Every popup that was ever told of: of one that closes the browser tells again, at any time.
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private final String tab;
  private final String page;

  /// How it is opened.
  ///
  /// @param extension the folder of an unpacked one
  /// @param hosts all of the web that there is
  /// @param language such as `zh-CN`
  record Wanted(Path program, Path profile, Path extension, NamedHosts hosts, String language) {}

  PressedBrowser(Wanted wanted) throws Exception {
    process =
        new ProcessBuilder(command(wanted)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    tools = new DevTools(process.getInputStream(), process.getOutputStream(), this::notice);
    tools.ask(null, "Target.setDiscoverTargets", Map.of("discover", true));
    tab = target(Map.of("url", "about:blank", "forTab", true));
    page = session(only("page", tools.ask(null, "Target.getTargets", Map.of())));
  }

  private static List<String> command(Wanted wanted) {
    List<String> command = new ArrayList<>(SHELL);
    command.add(wanted.program.toString());
    command.addAll(SWITCHES);
    command.add("--user-data-dir=" + wanted.profile);
    command.add("--load-extension=" + wanted.extension);
    command.add("--lang=" + wanted.language);
    command.add("--host-resolver-rules=" + names(wanted.hosts));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox");
    }
    command.add("--no-startup-window");
    return command;
  }

  private static String names(NamedHosts hosts) {
    return hosts.names().stream()
        .map(name -> "MAP %s 127.0.0.1:%d, ".formatted(name, hosts.port()))
        .collect(Collectors.joining("", "", "MAP * ~NOTFOUND"));
  }

  private String target(Map<String, ?> wanted) throws Exception {
    return tools.ask(null, "Target.createTarget", wanted).get("targetId").textValue();
  }

  private static String only(String type, JsonNode targets) {
    for (JsonNode one : targets.path("targetInfos")) {
      if (one.path("type").textValue().equals(type)) {
        return one.path("targetId").textValue();
      }
    }
    throw new IllegalStateException("no " + type + " in " + targets);
  }

  private String session(String target) throws Exception {
    return tools
        .ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
        .get("sessionId")
        .textValue();
  }

  private void notice(String event, JsonNode told) {
    JsonNode target = told.path("targetInfo");
    boolean changed =
        event.equals("Target.targetCreated") || event.equals("Target.targetInfoChanged");
    String id = target.path("targetId").asText();
    if (changed && target.path("url").asText().endsWith("/popup.html") && seen.add(id)) {
      popups.add(id);
    }
  }

  /// Opens an address and waits until it is loaded.
  void open(String address) throws Exception {
    JsonNode went = tools.ask(page, "Page.navigate", Map.of("url", address));
    if (went.has("errorText")) {
      throw new IllegalStateException(address + ": " + went.path("errorText").textValue());
    }
    ask(LOADED);
  }

  /// What a script gives on the page.
  ///
  /// @param expression or a promise
  JsonNode ask(String expression) throws Exception {
    return ask(page, expression);
  }

  private JsonNode ask(String session, String expression) throws Exception {
    JsonNode answer =
        tools.ask(
            session,
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /// Presses the extension's button and waits for its popup to be ready.
  Popup press(String extensionId) throws Exception {
    tools.ask(null, "Extensions.triggerAction", Map.of("id", extensionId, "targetId", tab));
    String id = popups.poll(SECONDS, TimeUnit.SECONDS);
    if (id == null) {
      throw new IllegalStateException("no popup opened");
    }
    Popup popup = new Popup(id, session(id));
    popup.waitUntil("document.body?.dataset.ready");
    return popup;
  }

  /// What a script gives in the extension's background.
  JsonNode askBackground(String expression) throws Exception {
    JsonNode targets = tools.ask(null, "Target.getTargets", Map.of());
    return ask(session(only("service_worker", targets)), expression);
  }

  /// The extension's popup.
  final class Popup implements AutoCloseable {
    private final String target;
    private final String session;

    private Popup(String target, String session) {
      this.target = target;
      this.session = session;
    }

    /// Waits until something is the case; looked at whenever the popup changes.
    void waitUntil(String expression) throws Exception {
      PressedBrowser.this.ask(
          session,
          """
          new Promise((done) => {
            const look = () => (%s) && done(true);
            const wanted = { attributes: true, characterData: true, childList: true, subtree: true };
            new MutationObserver(look).observe(document, wanted);
            look();
          })
          """
              .formatted(expression));
    }

    JsonNode ask(String expression) throws Exception {
      return PressedBrowser.this.ask(session, expression);
    }

    /// What is to be read in an element; empty if it is hidden.
    String text(String id) throws Exception {
      return ask("document.getElementById('%s').innerText".formatted(id)).asText();
    }

    void type(String id, String text) throws Exception {
      ask(
          "{ const field = document.getElementById('%s'); field.value = %s;"
                  .formatted(id, JsonText.quote(text))
              + " field.dispatchEvent(new Event('input')); field.dispatchEvent(new Event('change'))"
              + " }");
    }

    void click(String id) throws Exception {
      ask("document.getElementById('%s').click()".formatted(id));
    }

    @Override
    public void close() throws IOException {
      try {
        tools.ask(null, "Target.closeTarget", Map.of("targetId", target));
      } catch (Exception e) {
        throw new IOException("the popup did not close", e);
      }
    }
  }

  @Override
  public void close() {
    tools.close();
    Chromium.end(process);
  }
}
