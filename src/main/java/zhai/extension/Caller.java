package zhai.extension;

import java.nio.file.Path;
import java.util.List;

/// Who started the program. A browser says it in the arguments: Chromium and its kin the origin of
/// the extension, on Windows the window too; Firefox the path of the manifest that it found and the
/// add-on's id.
///
/// Browsers start the program only for those whom its manifest allows. This is the second look, for
/// a manifest that somebody made wider.
public final class Caller {
  /// Follows from the public key in the extension's own manifest, so it is the same wherever its
  /// folder lies.
  static final String CHROMIUM_ORIGIN = "chrome-extension://hhapolfekjmdglpajjihidanadneobhl/";

  static final String FIREFOX_ID = "extension@zhai";

  private static final String WINDOW = "--parent-window=\\d{1,20}";

  private Caller() {}

  /// Whether a browser did, for our extension.
  public static boolean isOurExtension(List<String> arguments) {
    List<String> said = arguments.stream().filter(it -> !it.matches(WINDOW)).toList();
    return said.equals(List.of(CHROMIUM_ORIGIN))
        || (said.size() == 2
            && isOurManifest(said.getFirst())
            && said.getLast().equals(FIREFOX_ID));
  }

  private static boolean isOurManifest(String path) {
    Path name = Path.of(path).getFileName();
    return name != null && name.toString().equals(NativeManifest.FILE);
  }
}
