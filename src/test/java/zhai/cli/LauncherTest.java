package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher `src/app/bin/zhai` in an application folder whose Java only says how it was
/// started.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has another launcher")
class LauncherTest {
  private static final String JAVA = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

  @TempDir Path folder;
  private Path app;

  @BeforeEach
  void makeAnApplicationFolder() throws IOException {
    app = Files.createDirectory(folder.resolve("应用 folder"));
    executable("bin/zhai", Files.readString(Path.of("src/app/bin/zhai")));
    executable("runtime/bin/java", JAVA);
    Files.writeString(app.resolve("built"), "build1\n");
    file("help/plain/--help.txt", "what help says\n");
    file("help/plain/help search.txt", "the language\n");
  }

  private Path file(String name, String content) throws IOException {
    Path file = app.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private void executable(String name, String content) throws IOException {
    assertTrue(file(name, content).toFile().setExecutable(true));
  }

  @Test
  void printsHelpWithoutStartingJava() throws Exception {
    assertEquals(List.of("what help says"), run(Map.of(), "--help"));
    assertEquals(List.of("the language"), run(Map.of(), "help", "search"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "help add", "../plain/--help", "add --help extra", "--help/"})
  void leavesToJavaWhatIsNotInAFile(String arguments) throws Exception {
    List<String> started = run(Map.of(), arguments.split(" "));
    assertEquals(app.resolve("lib/zhai.jar").toString(), afterJar(started).getFirst());
  }

  @Test
  void handsArgumentsOverAsTheyAre() throws Exception {
    String[] arguments = {"search", "知识 冲突", "", "*", "$HOME", "-x", "'a\"b'"};
    List<String> expected = new ArrayList<>(List.of(app.resolve("lib/zhai.jar").toString()));
    expected.addAll(List.of(arguments));
    assertEquals(expected, afterJar(run(Map.of(), arguments)));
  }

  @ParameterizedTest
  @CsvSource({
    "search, read",
    "add, write",
    "import, bulk",
    "serve, serve",
    "--nonsense, help",
    "stand-by, zhai",
    "--library x import, bulk",
    "--library=x search, read",
    "--debug add, write"
  })
  void startsEachKindOfCommandFromItsCache(String command, String cache) throws Exception {
    assertTrue(run(Map.of(), command.split(" ")).contains(cacheFlag(cache)));
  }

  @Test
  void asksWhoeverStandsByWhereSomebodyDoes() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    Path socket = Files.createDirectory(run.resolve("zhai")).resolve("standby-build1");
    Map<String, String> here = Map.of("XDG_RUNTIME_DIR", run.toString());
    try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      door.bind(UnixDomainSocketAddress.of(socket));
      List<String> started = run(here, "search", "x");
      assertTrue(started.contains(cacheFlag("call")), started::toString);
      assertTrue(started.contains("-Dzhai.standby=" + socket), started::toString);
      assertTrue(run(here, "import", "x").contains("-Dzhai.standby="));
      Map<String, String> off = Map.of("XDG_RUNTIME_DIR", run.toString(), "ZHAI_STANDBY", "off");
      List<String> without = run(off, "search", "x");
      assertTrue(without.contains(cacheFlag("read")), without::toString);
      assertTrue(without.contains("-Dzhai.standby="), without::toString);
    }
  }

  @Test
  void looksForItInTheHomeFolderWhereThereIsNoFolderForSockets() throws Exception {
    Map<String, String> home = Map.of("HOME", folder.toString(), "XDG_RUNTIME_DIR", "");
    assertTrue(
        run(home, "search", "x")
            .contains("-Dzhai.standby=" + folder.resolve(".cache/zhai/standby-build1")));
  }

  @Test
  void doesWithoutItWhereThereIsNeither() throws Exception {
    List<String> started = run(Map.of("HOME", "", "XDG_RUNTIME_DIR", ""), "search", "x");
    assertTrue(started.contains("-Dzhai.standby="), started::toString);
  }

  private String cacheFlag(String cache) {
    return "-XX:AOTCache=" + app.resolve("lib/" + cache + ".aot");
  }

  private static List<String> afterJar(List<String> started) {
    return started.subList(started.indexOf("-jar") + 1, started.size());
  }

  private List<String> run(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(app.resolve("bin/zhai").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    byte[] said = builder.start().getInputStream().readAllBytes();
    return new String(said, StandardCharsets.UTF_8).lines().toList();
  }
}
