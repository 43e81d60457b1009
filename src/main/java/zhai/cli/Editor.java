package zhai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import zhai.library.GivenBytes;

/// The user's own editor, for words too long for a command line.
final class Editor {
  /// As much of a title as tells a bookmark from others.
  private static final int HINT_CHARACTERS = 200;

  private Editor() {}

  /// Opens `$VISUAL` or `$EDITOR` on an empty file and returns what was written, without lines that
  /// begin with `<!--` (the hint).
  ///
  /// @throws UsageException if no editor is set
  /// @throws IllegalArgumentException if it fails
  static String write(Session session, String title) {
    String editor =
        session
            .environment()
            .getOrDefault("VISUAL", session.environment().getOrDefault("EDITOR", ""));
    if (editor.isBlank()) {
      throw new UsageException(
          "nothing to add: give -x EXCERPT or -n NOTE, or set EDITOR to write one");
    }
    try {
      Path file = Files.createTempFile("zhai-note-", ".md");
      try {
        String hint = Excerpted.first(Line.visible(title), HINT_CHARACTERS);
        Files.writeString(file, "\n<!-- a note on: %s -->\n".formatted(hint));
        run(editor, file);
        return String.join(
                "\n",
                GivenBytes.text(file).lines().filter(line -> !line.startsWith("<!--")).toList())
            .strip();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String editor, Path file) throws IOException {
    List<String> command = new ArrayList<>(Arrays.asList(editor.strip().split("\\s+")));
    command.add(file.toString());
    try {
      int code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalArgumentException("%s ended with code %d".formatted(editor, code));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("interrupted while the editor was open", e);
    }
  }
}
