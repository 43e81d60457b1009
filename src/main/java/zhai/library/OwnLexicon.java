package zhai.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import zhai.index.Lexicon;
import zhai.index.LexiconReader;

/// The words that a user keeps in the library's folder `lexicon/`: what means the same in
/// `synonyms.txt`, what is a word in `words.txt`. They only help searching, so a line that can't be
/// understood stops nothing.
final class OwnLexicon {
  private OwnLexicon() {}

  /// With the shipped terms, unless the user switched them off.
  static Lexicon read(LibraryFolder folder) {
    return LexiconReader.read(
        text(folder, "synonyms.txt"), text(folder, "words.txt"), name -> "lexicon/" + name);
  }

  private static String text(LibraryFolder folder, String name) {
    Path file = folder.lexicon().resolve(name);
    try {
      return Files.isRegularFile(file)
          ? new String(
              GivenBytes.read(file, GivenBytes.MAX_TEXT_BYTES).toArray(), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }
}
