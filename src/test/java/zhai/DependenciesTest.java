package zhai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The libraries that zhai is built with, as they are on the class path of this run: none older
/// than an advisory allows, each with its licence in `THIRD-PARTY.md`, all from the default
/// repository at one version.
class DependenciesTest {
  private static final Path MINIMUMS = Path.of("src/test/resources/zhai/minimum-versions.tsv");

  /// As a Maven repository lays it out: `…/jsoup/1.24.1/jsoup-1.24.1.jar`.
  private static final Pattern JAR =
      Pattern.compile("jar:file:.*/([^/]+)/([^/]+)/\\1-\\2[^/]*\\.jar!/.*");

  private static final Pattern LISTED =
      Pattern.compile("(?m)^\\| ([^:| ]+:([^:| ]+)):([^:| ]+) \\| [^|]+ \\| [^|]+ \\|$");

  private static final Map<String, String> VERSIONS = versions();

  private static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
        Matcher jar = JAR.matcher(manifest.toString());
        if (jar.matches()) {
          versions.put(jar.group(1), jar.group(2));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return versions;
  }

  static List<String> minimums() throws IOException {
    return Files.readAllLines(MINIMUMS).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @ParameterizedTest
  @MethodSource("minimums")
  void isNotOlderThanAnAdvisoryAsks(String line) {
    String[] cells = line.split("\t");
    assertEquals(4, cells.length, line);
    String version = VERSIONS.get(cells[0].replaceFirst(".*:", ""));
    assertTrue(version != null, () -> cells[0] + " is not on the class path: " + VERSIONS);
    assertTrue(
        Version.parse(version).compareTo(Version.parse(cells[1])) >= 0,
        () -> "%s is %s; %s asks for %s".formatted(cells[0], version, cells[2], cells[1]));
  }

  /// That none is missing there is what the build of the application folder looks at.
  @Test
  void eachLibraryIsListedWithItsLicenceAtItsVersion() throws IOException {
    Matcher listed = LISTED.matcher(Files.readString(Path.of("THIRD-PARTY.md")));
    Map<String, String> expected = new TreeMap<>();
    while (listed.find()) {
      expected.put(listed.group(2), listed.group(3));
    }
    assertFalse(expected.isEmpty());
    Map<String, String> actual = new TreeMap<>(VERSIONS);
    actual.keySet().retainAll(expected.keySet());
    assertEquals(expected, actual);
  }

  @Test
  void theBuildNamesNoRepositoryAndNoHost() throws IOException {
    String pom =
        Files.readString(Path.of("pom.xml"))
            .replaceFirst("<project [^>]*>", "")
            .replaceAll("(?s)<!--.*?-->", "");
    for (String word : List.of("epository>", "://", "<url>", "SNAPSHOT", "LATEST", "RELEASE<")) {
      assertFalse(pom.contains(word), word);
    }
  }

  @Test
  void theBuildPinsEveryVersion() throws IOException {
    Matcher version =
        Pattern.compile("<version>([^<]*)</version>").matcher(Files.readString(Path.of("pom.xml")));
    List<String> loose =
        version
            .results()
            .map(it -> it.group(1))
            .filter(it -> !it.matches("[\\w.-]+|\\$\\{[\\w.-]+\\.version}"))
            .toList();
    // Which Maven and which JDK may build it.
    assertEquals(List.of("[3.8,)", "[${java.release},)"), loose);
  }
}
