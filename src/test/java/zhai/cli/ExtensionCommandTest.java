package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.cli.Zhai.Ran;
import zhai.exchange.JsonText;

/// Setting the extension up, in a home of its own.
class ExtensionCommandTest extends CommandTest {
  private Path home;
  private Path app;

  @BeforeEach
  void makeAHome() throws IOException {
    home = Files.createDirectories(folder.resolve("home 'with' signs"));
    app = folder.resolve("app");
    on("Linux");
  }

  private void on(String system) {
    zhai.of(Map.of("user.home", home.toString(), "os.name", system, "zhai.app", app.toString()));
  }

  private String place(String below) {
    return home.resolve(below).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, chrome, .config/google-chrome/NativeMessagingHosts",
    "Linux, chromium, .config/chromium/NativeMessagingHosts",
    "Linux, edge, .config/microsoft-edge/NativeMessagingHosts",
    "Linux, firefox, .mozilla/native-messaging-hosts",
    "Mac OS X, chrome, Library/Application Support/Google/Chrome/NativeMessagingHosts",
    "Mac OS X, chromium, Library/Application Support/Chromium/NativeMessagingHosts",
    "Mac OS X, edge, Library/Application Support/Microsoft Edge/NativeMessagingHosts",
    "Mac OS X, firefox, Library/Application Support/Mozilla/NativeMessagingHosts"
  })
  void writesWhatABrowserLooksFor(String system, String browser, String below) throws IOException {
    on(system);
    Ran ran = zhai.run("extension", "install", "--browser", browser);
    assertEquals(ExitCode.OK, ran.code(), ran.err());
    Path manifest = home.resolve(below).resolve("zhai.json");
    JsonNode read = JsonText.parse(Files.readString(manifest));
    assertEquals("zhai", read.path("name").textValue());
    assertEquals("stdio", read.path("type").textValue());
    String allowed = browser.equals("firefox") ? "allowed_extensions" : "allowed_origins";
    assertEquals(1, read.path(allowed).size());
    Path script = Path.of(read.path("path").textValue());
    assertTrue(script.isAbsolute() && Files.isExecutable(script), script.toString());
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(script)));
  }

  @Test
  void saysWhereEverythingIsAndHowToLoadIt() throws IOException {
    Files.createDirectories(home.resolve(".config/chromium"));
    Files.createDirectories(home.resolve(".mozilla"));
    Ran ran = zhai.run("extension", "install");
    assertEquals(
        """
        installed chromium  %s
        installed firefox  %s
        pages go to %s
        now load the extension:
        chromium  open chrome://extensions, switch on Developer mode, press Load unpacked, choose %s
        firefox   open about:debugging#/runtime/this-firefox, press Load Temporary Add-on, choose %s/manifest.json
        """
            .formatted(
                place(".config/chromium/NativeMessagingHosts/zhai.json"),
                place(".mozilla/native-messaging-hosts/zhai.json"),
                folder.resolve("library"),
                app.resolve("extension"),
                app.resolve("extension")),
        ran.out());
  }

  @Test
  void theScriptStartsZhaiOnTheLibraryThatWasMeant() throws Exception {
    Path launcher = Files.createDirectories(app.resolve("bin")).resolve("zhai");
    Files.writeString(launcher, "#!/bin/sh\nprintf '%s|' \"$ZHAI_LIBRARY\" \"$@\"\n");
    assertTrue(launcher.toFile().setExecutable(true));
    Path other = folder.resolve("it's $HOME");
    zhai.run("--library", other.toString(), "extension", "install", "--browser", "chrome");
    Process script =
        new ProcessBuilder(
                place(".config/google-chrome/NativeMessagingHosts/zhai-native-host"),
                "chrome-extension://x/",
                "two words")
            .start();
    assertEquals(
        other + "|native-host|chrome-extension://x/|two words|",
        new String(
            script.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void theScriptSaysThatNoPicturesAreKeptWhereThatHolds() throws IOException {
    Path script =
        home.resolve(".config/google-chrome/NativeMessagingHosts").resolve("zhai-native-host");
    zhai.in(Map.of("ZHAI_IMAGES", "no")).run("extension", "install", "--browser", "chrome");
    assertTrue(Files.readString(script).contains("' ZHAI_IMAGES=no exec '"));
    zhai.in(Map.of()).run("extension", "install", "--browser", "chrome");
    assertFalse(Files.readString(script).contains("IMAGES"));
  }

  @Test
  void takesBackWhatItWrote() throws IOException {
    zhai.run("extension", "install", "--browser", "all");
    Ran ran = zhai.run("extension", "uninstall");
    assertEquals(ExitCode.OK, ran.code(), ran.err());
    assertEquals(5, ran.out().lines().count(), ran.out());
    for (String browser : new String[] {"google-chrome", "chromium", "microsoft-edge"}) {
      try (var files =
          Files.list(home.resolve(".config/%s/NativeMessagingHosts".formatted(browser)))) {
        assertEquals(0, files.count());
      }
    }
    assertEquals("nothing was installed\n", zhai.run("extension", "uninstall").out());
  }

  @Test
  void saysOnWindowsWhatTheRegistryNeeds() throws IOException {
    on("Windows 11");
    Path dir = folder.resolve("hosts");
    Ran ran = zhai.run("extension", "install", "--browser", "edge", "--dir", dir.toString());
    assertEquals(ExitCode.OK, ran.code(), ran.err());
    assertTrue(
        ran.out()
            .contains(
                "reg add \"HKCU\\Software\\Microsoft\\Edge\\NativeMessagingHosts\\zhai\" /ve /t"
                    + " REG_SZ /d \""
                    + dir.resolve("zhai.json")
                    + "\" /f"),
        ran.out());
    String script = Files.readString(dir.resolve("zhai-native-host.bat"));
    assertEquals(
        "@echo off\r\nset \"ZHAI_LIBRARY=%s\"\r\n\"%s\" native-host %%*\r\n"
            .formatted(folder.resolve("library"), app.resolve("bin").resolve("zhai.bat")),
        script);
  }

  @Test
  void printsTheFolderToLoad() {
    assertEquals(app.resolve("extension") + "\n", zhai.run("extension", "path").out());
  }

  @ParameterizedTest
  @CsvSource({
    "2, extension, what about the extension?",
    "2, extension install, no browser was found that was used here",
    "2, extension install --browser opera, there is no extension for opera",
    "2, extension install --dir x, --dir is one browser's folder",
    "2, native-host, only zhai's own browser extension may call this",
    "2, native-host chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/, only zhai's own"
  })
  void saysWhatIsWrong(int code, String line, String sentence) {
    Ran ran = zhai.run(line.split(" "));
    assertEquals(code, ran.code());
    assertTrue(ran.err().startsWith("zhai: " + sentence), ran.err());
    assertEquals("", ran.out());
    assertFalse(Files.exists(folder.resolve("library")));
  }

  @Test
  void helpDoesNotListWhatOnlyBrowsersCall() {
    assertFalse(zhai.run("help").out().contains("native-host"));
    assertTrue(zhai.run("help", "native-host").out().contains("zhai native-host"));
  }
}
