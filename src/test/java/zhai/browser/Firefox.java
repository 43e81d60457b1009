package zhai.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import zhai.exchange.JsonText;

/// An installed Firefox without a window, whose button of an extension is pressed. It is driven by
/// Marionette, the protocol that Firefox itself speaks and that geckodriver translates: a length, a
/// colon, a command as JSON. Unlike WebDriver it also runs scripts in the browser's own window,
/// which is where the button is.
final class Firefox implements AutoCloseable {
  private static final int MILLIS = 60_000;

  private static final String SETTINGS =
      """
      user_pref("marionette.port", %d);
      user_pref("browser.shell.checkDefaultBrowser", false);
      user_pref("datareporting.policy.dataSubmissionEnabled", false);
      user_pref("network.captive-portal-service.enabled", false);
      user_pref("network.connectivity-service.enabled", false);
      user_pref("app.normandy.enabled", false);
      user_pref("app.update.enabled", false);
      user_pref("services.settings.server", "http://127.0.0.1:9/");
      user_pref("extensions.getAddons.cache.enabled", false);
      user_pref("intl.locale.requested", "en-US");
      user_pref("browser.startup.homepage", "about:blank");
      user_pref("browser.aboutwelcome.enabled", false);
      user_pref("termsofuse.bypassNotification", true);
      """;

  /// Presses the button and waits for the popup.
  private static final String PRESS =
      """
      const done = arguments[arguments.length - 1];
      (async () => {
        const { extension } = WebExtensionPolicy.getByID(arguments[0]);
        const { ExtensionParent } = ChromeUtils.importESModule(
          "resource://gre/modules/ExtensionParent.sys.mjs");
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
        const popup = () => [...document.querySelectorAll("browser")]
          .find((it) => it.currentURI?.spec.endsWith("/popup.html"));
        new MutationObserver(() => popup() && done(true)).observe(
          document, { attributes: true, childList: true, subtree: true });
        if (popup()) done(true);
      })();
      """;

  /// Asks in the popup, which is another process's, until it says something. A popup that is being
  /// shown moves to another window, and what was asked on the way is lost.
  private static final String ASK_POPUP =
      """
      const done = arguments[arguments.length - 1];
      const after = (millis) => new Promise((then) => setTimeout(then, millis));
      const ask = () => new Promise((answer) => {
        const { messageManager } = [...document.querySelectorAll("browser")]
          .find((it) => it.currentURI?.spec.endsWith("/popup.html"));
        const name = "zhai-" + Math.random();
        messageManager.addMessageListener(name, ({ data }) => answer(data));
        const script = `{
          const { document } = content;
          const said = document.URL.endsWith("/popup.html") && (${arguments[0]});
          sendAsyncMessage("${name}", said);
        }`;
        messageManager.loadFrameScript(
          "data:;charset=utf-8," + encodeURIComponent(script), false);
        after(5000).then(answer);
      });
      (async () => {
        let said = await ask();
        for (; !said; said = await ask()) await after(50);
        done(said);
      })();
      """;

  private final Process process;
  private final Socket socket;
  private int count;

  /// @param home whose `.mozilla/native-messaging-hosts` it looks into; its profile is in there,
  ///   too
  Firefox(Path home) throws IOException {
    Path profile = Files.createDirectories(home.resolve("profile"));
    int port = freePort();
    Files.writeString(profile.resolve("user.js"), SETTINGS.formatted(port));
    ProcessBuilder builder =
        new ProcessBuilder(
            installed().orElseThrow().toString(),
            "--headless",
            "--no-remote",
            "--marionette",
            "--remote-allow-system-access",
            "--profile",
            profile.toString(),
            "about:blank");
    builder.environment().put("HOME", home.toString());
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("firefox.log").toFile())
            .start();
    socket = connect(port);
    read();
    ask("WebDriver:NewSession", JsonText.object());
  }

  /// The program, if there is one; tests that need it are skipped where it is not.
  static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .filter(it -> !it.isBlank())
        .flatMap(folder -> Stream.of("firefox", "firefox-esr").map(it -> Path.of(folder, it)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return any.getLocalPort();
    }
  }

  /// As soon as it listens, or has ended.
  private Socket connect(int port) throws IOException {
    for (; ; ) {
      try {
        Socket open = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        open.setSoTimeout(MILLIS);
        return open;
      } catch (ConnectException e) {
        if (hasEnded()) {
          throw new IOException("Firefox ended with " + process.exitValue(), e);
        }
      }
    }
  }

  private boolean hasEnded() throws IOException {
    try {
      return process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /// Loads an extension's folder as about:debugging does, until Firefox ends.
  void load(Path extension) throws IOException {
    ask(
        "Addon:Install",
        JsonText.object()
            .put("path", extension.toAbsolutePath().toString())
            .put("temporary", true));
  }

  /// Opens an address and waits until it is loaded.
  void open(String address) throws IOException {
    context("content");
    ask("WebDriver:Navigate", JsonText.object().put("url", address));
  }

  /// What a script gives on the page.
  JsonNode ask(String expression) throws IOException {
    context("content");
    return run("WebDriver:ExecuteScript", "return " + expression, "");
  }

  /// Presses the button of an extension; its popup is open then.
  void press(String extensionId) throws IOException {
    context("chrome");
    run("WebDriver:ExecuteAsyncScript", PRESS, extensionId);
  }

  /// Waits until an expression gives something in the popup.
  JsonNode waitForPopup(String expression) throws IOException {
    context("chrome");
    return run("WebDriver:ExecuteAsyncScript", ASK_POPUP, expression);
  }

  private void context(String name) throws IOException {
    ask("Marionette:SetContext", JsonText.object().put("value", name));
  }

  private JsonNode run(String command, String script, String argument) throws IOException {
    ObjectNode parameters = JsonText.object().put("script", script);
    parameters.putArray("args").add(argument);
    return ask(command, parameters).path("value");
  }

  private JsonNode ask(String command, ObjectNode parameters) throws IOException {
    String message =
        "[0,%d,%s,%s]".formatted(++count, JsonText.quote(command), JsonText.write(parameters));
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    JsonNode answer = read();
    if (!answer.path(2).isNull()) {
      throw new IOException(command + ": " + answer.path(2));
    }
    return answer.path(3);
  }

  private JsonNode read() throws IOException {
    InputStream in = socket.getInputStream();
    int length = 0;
    for (int digit = in.read(); digit != ':'; digit = in.read()) {
      if (digit < '0' || digit > '9') {
        throw new IOException("Firefox has ended");
      }
      length = 10 * length + digit - '0';
    }
    return JsonText.parse(new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    Chromium.end(process);
  }
}
