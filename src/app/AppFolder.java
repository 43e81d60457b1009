import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes the application folder: zhai with a Java runtime of its own, to run on a machine that has
/// none.
///
/// ```
/// zhai/bin/zhai, zhai.bat   the launchers
/// zhai/lib/*.jar            zhai and its libraries, SQLite for this machine, the start-up cache
/// zhai/runtime/             the parts of the JDK that these need
/// zhai/help/                what help says, for the launcher to print it
/// zhai/extension/           the browser extension, to be loaded from there
/// zhai/LICENSE, THIRD-PARTY.md   the licences of all this
/// zhai/built                a name for this build; its time is when the build began
/// ```
///
/// The folder is made beside its place and moved there when it is whole, so that nobody ever runs
/// half of one. A build step, run from source by Maven: `java AppFolder.java APP_JAR LIBRARIES
/// TARGET BUILT`.
@SuppressWarnings("DefaultPackage") // a file that is run as it is
final class AppFolder {

  /// What the code and its libraries refer to (`jdeps` tells), and what they reach only by name:
  /// `jdk.charsets` holds GBK and Big5, `java.management` tells Lucene how large an object is.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.httpserver",
          "jdk.net",
          "jdk.unsupported");

  /// `| group:name:version |`
  private static final Pattern LISTED = Pattern.compile("\\| [^:| ]+:([^:| ]+):([^:| ]+) \\|");

  private final Path folder;
  private final Path lib;
  private final Path runtime;
  private final Program program;

  private AppFolder(Path folder) {
    this.folder = folder;
    this.lib = folder.resolve("lib");
    this.runtime = folder.resolve("runtime");
    this.program = new Program(runtime.resolve("bin/java"));
  }

  static void main(String[] args) throws Exception {
    Path appJar = Path.of(args[0]);
    Path libraries = Path.of(args[1]);
    Path target = Path.of(args[2]);
    Instant built = Instant.parse(args[3]);

    Path next = target.resolveSibling(target.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      AppFolder app = new AppFolder(next);
      Set<String> names = librariesOf(appJar);
      app.addJars(appJar, libraries, names);
      app.addLicences(names);
      app.addLaunchers(Path.of("src/app"));
      app.addExtension(Path.of("src/extension"));
      app.linkRuntime(Path.of("src/app/logging.properties"));
      app.extractSqlite();
      app.writeHelp();
      Files.writeString(next.resolve("built"), nameOf(target, built) + "\n");
      new Rehearsal(app.program, app.lib, next).run();
      Files.setLastModifiedTime(next.resolve("built"), FileTime.from(built));
      replace(target, next);
    } finally {
      delete(next);
    }
  }

  /// What the application's class path says: the folder of libraries may hold older ones, too.
  private static Set<String> librariesOf(Path appJar) throws IOException {
    try (JarFile jar = new JarFile(appJar.toFile())) {
      String path = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return new TreeSet<>(List.of(path.split(" ")));
    }
  }

  private void addJars(Path appJar, Path libraries, Set<String> names) throws IOException {
    Files.createDirectories(lib);
    Files.copy(appJar, lib.resolve("zhai.jar"), StandardCopyOption.COPY_ATTRIBUTES);
    for (String name : names) {
      Path library = libraries.resolve(name);
      OldClasses.modernise(
          Files.copy(library, lib.resolve(name), StandardCopyOption.COPY_ATTRIBUTES));
    }
  }

  /// @throws IllegalStateException if a library has no licence in the list, or one of the list is
  ///   none of them
  private void addLicences(Set<String> libraries) throws IOException {
    for (String file : List.of("LICENSE", "THIRD-PARTY.md")) {
      Files.copy(Path.of(file), folder.resolve(file));
    }
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve("THIRD-PARTY.md"))) {
      Matcher row = LISTED.matcher(line);
      if (row.lookingAt()) {
        listed.add(row.group(1) + "-" + row.group(2) + ".jar");
      }
    }
    if (!libraries.equals(listed)) {
      throw new IllegalStateException(
          "THIRD-PARTY.md lists %s, and what is shipped is %s".formatted(listed, libraries));
    }
  }

  private void addLaunchers(Path sources) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String launcher : List.of("zhai", "zhai.bat")) {
      Path copy = Files.copy(sources.resolve("bin").resolve(launcher), bin.resolve(launcher));
      copy.toFile().setExecutable(true, false);
    }
  }

  private void addExtension(Path source) throws IOException {
    Path target = folder.resolve("extension");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(source.relativize(file).toString()));
      }
    }
  }

  private void linkRuntime(Path loggingProperties) throws IOException {
    int failed =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("this JDK has no jlink"))
            .run(
                System.out,
                System.err,
                "--add-modules=" + String.join(",", MODULES),
                "--output=" + runtime,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-6");
    if (failed != 0) {
      throw new IllegalStateException("jlink failed with " + failed);
    }
    Files.copy(
        loggingProperties,
        runtime.resolve("conf/logging.properties"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Puts SQLite's library beside the jars: out of its jar it would be unpacked at each start.
  private void extractSqlite() throws IOException, InterruptedException {
    Path jar;
    try (Stream<Path> jars = Files.list(lib)) {
      jar =
          jars.filter(file -> file.getFileName().toString().startsWith("sqlite-jdbc-"))
              .findFirst()
              .orElseThrow();
    }
    String platform =
        program.run(Map.of(), "-cp", jar.toString(), "org.sqlite.util.OSInfo").strip();
    try (JarFile archive = new JarFile(jar.toFile())) {
      String libraries = "org/sqlite/native/" + platform + "/";
      for (var entry : archive.stream().filter(e -> e.getName().startsWith(libraries)).toList()) {
        Path file = lib.resolve(entry.getName().substring(libraries.length()));
        if (!entry.isDirectory()) {
          Files.copy(archive.getInputStream(entry), file);
        }
      }
    }
  }

  private void writeHelp() throws IOException, InterruptedException {
    String jar = lib.resolve("zhai.jar").toString();
    program.run(Map.of(), "-jar", jar, "help", "--write", folder.resolve("help").toString());
  }

  /// No other build has it: neither one of another checkout nor an earlier one of this.
  private static String nameOf(Path target, Instant built) {
    long milliseconds = built.toEpochMilli();
    return Long.toString(milliseconds * 31 + target.toAbsolutePath().hashCode(), 36);
  }

  private static void replace(Path target, Path next) throws IOException {
    Path old = next.resolveSibling(next.getFileName() + "-old");
    if (Files.exists(target)) {
      Files.move(target, old);
    }
    Files.move(next, target);
    delete(old);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      inside
          .sorted(Comparator.reverseOrder())
          .forEach(path -> {
            try {
              Files.delete(path);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
