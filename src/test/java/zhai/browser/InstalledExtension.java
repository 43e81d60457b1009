package zhai.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import zhai.Main;
import zhai.cli.Zhai;
import zhai.survival.Program;

/// The extension with its program, set up as `zhai extension install` does it, for browsers with
/// folders of their own. What stands in for the application folder is a launcher that starts the
/// classes of this run.
///
/// @param app what stands in for the application folder
/// @param library the one that pages go to
/// @param profile the usual browser's folder
record InstalledExtension(Path app, Path library, Path profile) {

  /// Sets it up for a browser whose folder is in there.
  static InstalledExtension in(Path folder) throws IOException {
    Path app = folder.resolve("app");
    InstalledExtension made =
        new InstalledExtension(app, folder.resolve("library"), folder.resolve("profile"));
    Path launcher = Files.createDirectories(app.resolve("bin")).resolve("zhai");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec " + quoted(Program.command(Main.class, List.of())) + " \"$@\"\n");
    launcher.toFile().setExecutable(true);
    made.install(made.profile);
    return made;
  }

  private static String quoted(List<String> words) {
    return words.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  /// Tells a Chromium where the program is.
  void install(Path browserFolder) {
    install("chromium", browserFolder.resolve("NativeMessagingHosts"));
  }

  /// Tells a browser that looks there.
  void install(String browser, Path place) {
    Zhai.Ran ran =
        zhai().run("extension", "install", "--browser", browser, "--dir", place.toString());
    assertEquals(0, ran.code(), ran.err());
  }

  /// The program on the library that pages go to.
  Zhai zhai() {
    return new Zhai(library).of(Map.of("zhai.app", app.toString()));
  }

  PressedBrowser open(NamedHosts hosts, String language) throws Exception {
    return open(profile, hosts, language);
  }

  PressedBrowser open(Path browserFolder, NamedHosts hosts, String language) throws Exception {
    return new PressedBrowser(
        new PressedBrowser.Wanted(
            Chromium.installed().orElseThrow(),
            browserFolder,
            Path.of("src/extension").toAbsolutePath(),
            hosts,
            language));
  }

  /// What Chromium calls it.
  String id() throws IOException {
    Path manifest = profile.resolve("NativeMessagingHosts").resolve("zhai.json");
    return Files.readString(manifest).replaceFirst("(?s).*chrome-extension://([a-p]{32})/.*", "$1");
  }
}
