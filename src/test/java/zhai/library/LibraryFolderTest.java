package zhai.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryFolderTest {

  @ParameterizedTest(name = "named {0}, ZHAI_LIBRARY {1}, checkout {2}, {3}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "/named, /env, /checkout, Linux,      -,     /named",
        "-,      /env, /checkout, Linux,      -,     /env",
        "-,      env,  /checkout, Linux,      -,     /work/env",
        "-,      -,    /checkout, Linux,      -,     /checkout/index",
        "-,      -,    -,         Linux,      -,     /home/u/.local/share/zhai",
        "-,      -,    -,         Linux,      /data, /data/zhai",
        "-,      -,    -,         Linux,      data,  /home/u/.local/share/zhai",
        "-,      -,    -,         Mac OS X,   -,     /home/u/Library/Application Support/zhai",
        "-,      -,    -,         Windows 11, -,     /home/u/AppData/Roaming/zhai",
      })
  void isTheNearestThatIsNamed(
      String named, String variable, String checkout, String system, String data, String expected) {
    Map<String, String> environment = new HashMap<>();
    Map<String, String> properties =
        new HashMap<>(Map.of("user.home", "/home/u", "os.name", system));
    put(environment, "ZHAI_LIBRARY", variable);
    put(environment, "XDG_DATA_HOME", data);
    put(environment, "ZHAI_CHECKOUT", checkout);
    LibraryFolder folder =
        LibraryFolder.find(
            named == null ? null : Path.of(named), environment, properties, Path.of("/work"));
    assertEquals(Path.of(expected), folder.path());
  }

  private static void put(Map<String, String> map, String key, String value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
