package zhai.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhai.exchange.JsonText;

/// Who may call the host, as browsers name themselves in its arguments.
class CallerTest {
  private static final String OURS = Caller.CHROMIUM_ORIGIN;

  @ParameterizedTest
  @CsvSource({
    "true,  OURS",
    "true,  OURS --parent-window=1234",
    "true,  /home/a/.mozilla/native-messaging-hosts/zhai.json extension@zhai",
    "false, ''",
    "false, chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/",
    "false, OURSx",
    "false, OURS OURS",
    "false, OURS --library=/tmp",
    "false, https://a.example/",
    "false, /home/a/other.json extension@zhai",
    "false, /home/a/zhai.json extension@other",
    "false, /home/a/zhai.json",
    "false, / extension@zhai"
  })
  void isOurExtensionAlone(boolean expected, String said) {
    List<String> arguments =
        said.isEmpty() ? List.of() : List.of(said.replace("OURS", OURS).split(" "));
    assertEquals(expected, Caller.isOurExtension(arguments));
  }

  /// Chromium makes an extension's id of the first 128 bits of a hash of its key, in letters from a
  /// to p.
  @Test
  void isNamedAsTheExtensionsOwnManifestMakesIt() throws Exception {
    var manifest = JsonText.parse(Files.readString(Path.of("src/extension/manifest.json")));
    byte[] key = Base64.getDecoder().decode(manifest.path("key").textValue());
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
    StringBuilder id = new StringBuilder();
    for (char digit : HexFormat.of().formatHex(hash, 0, 16).toCharArray()) {
      id.append((char) ('a' + Character.digit(digit, 16)));
    }
    assertEquals("chrome-extension://" + id + "/", OURS);
    assertEquals(Caller.FIREFOX_ID, manifest.at("/browser_specific_settings/gecko/id").textValue());
  }

  @Test
  void theExtensionAsksForNoMoreThanItNeeds() throws IOException {
    String text = Files.readString(Path.of("src/extension/manifest.json"), StandardCharsets.UTF_8);
    var manifest = JsonText.parse(text);
    assertEquals(
        "[\"activeTab\",\"scripting\",\"nativeMessaging\",\"contextMenus\",\"storage\"]",
        manifest.path("permissions").toString());
    for (String wide :
        List.of(
            "host_permissions",
            "content_scripts",
            "externally_connectable",
            "web_accessible_resources",
            "optional_host_permissions")) {
      assertEquals("", manifest.path(wide).toString(), wide);
    }
  }
}
