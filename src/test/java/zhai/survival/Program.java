package zhai.survival;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.sqlite.util.LibraryLoaderUtil;
import zhai.Main;
import zhai.loopback.OwnClassPath;

/// The program as the suites start it: the class path of this test run, with its folders packed
/// into jars, the {@link Failpoint}s written into the program's classes, and a start-up cache as
/// the application folder has them, so that a process starts in half the time.
///
/// Made once for all suites of a run.
public final class Program {
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          // Suites use all processors already: what compiles beside a short command costs them more
          // than it gains.
          "-XX:CompileThresholdScaling=3",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          // Should the cache not fit, the start is slower and that is all.
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  private static final Program ONE = make();

  private final String classPath;
  private final Path cache;

  private Program(String classPath, Path cache) {
    this.classPath = classPath;
    this.cache = cache;
  }

  /// The command that starts a `main` of the program or of the tests, but for its arguments.
  ///
  /// @param properties `-D` options
  public static List<String> command(Class<?> main, List<String> properties) {
    return command(List.of(), main, properties);
  }

  /// The same with classes in the place of the program's own. Then there is no cache: it would give
  /// the program's own all the same.
  ///
  /// @param folders whose classes go before the program's
  static List<String> command(List<Path> folders, Class<?> main, List<String> properties) {
    String cache = folders.isEmpty() ? "-XX:AOTCache=" + ONE.cache : "-XX:AOTMode=off";
    String before = folders.stream().map(it -> it + File.pathSeparator).collect(joining());
    return ONE.start(cache, before + ONE.classPath, main, properties);
  }

  private List<String> start(
      String cacheFlag, String classes, Class<?> main, List<String> properties) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(FLAGS);
    command.add(cacheFlag);
    command.add("-Dorg.sqlite.lib.path=" + cache.getParent());
    command.addAll(properties);
    command.addAll(List.of("-cp", classes, main.getName()));
    return command;
  }

  private static Program make() {
    try {
      Path place = Files.createTempDirectory("zhai-program");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(place)));
      List<String> entries = new ArrayList<>();
      for (Path entry : OwnClassPath.entries()) {
        Path jar = place.resolve(entries.size() + ".jar");
        if (Files.isDirectory(entry)) {
          entries.add(packed(entry, jar).toString());
        } else if (entry.getFileName().toString().startsWith("picocli-")) {
          entries.add(modernised(entry, jar).toString());
        } else {
          entries.add(entry.toString());
        }
      }
      Program program =
          new Program(String.join(File.pathSeparator, entries), place.resolve("start.aot"));
      unpackSqlite(place);
      program.rehearse(place);
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path packed(Path folder, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      entries.setLevel(0);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(name));
        entries.write(withFailpoints(name, Files.readAllBytes(file)));
      }
    }
    return jar;
  }

  /// As in the application folder: a start-up cache takes none of the old classes.
  private static Path modernised(Path library, Path jar) throws IOException, InterruptedException {
    Files.copy(library, jar);
    int failed =
        new ProcessBuilder(java(), "src/app/OldClasses.java", jar.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (failed != 0) {
      throw new IllegalStateException(library + " can't be brought up to date");
    }
    return jar;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static byte[] withFailpoints(String name, byte[] bytes) {
    return name.endsWith(".class")
        ? Failpoint.writeInto(name.replace(".class", "").replace('/', '.'), bytes)
        : bytes;
  }

  /// As the application folder has it: else each process unpacks it for itself.
  private static void unpackSqlite(Path place) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(library, resource), place.resolve(name));
    }
  }

  /// The demo saves, reads, searches and exports, so it comes to most of what any command does.
  private void rehearse(Path place) throws IOException, InterruptedException {
    List<String> command =
        start(
            "-XX:AOTCacheOutput=" + cache,
            classPath,
            Main.class,
            List.of("-Djava.io.tmpdir=" + place));
    command.add("demo");
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(place.resolve("said").toFile())
        .start()
        .waitFor();
  }

  private static void remove(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
