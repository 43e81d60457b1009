package zhai.exchange;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zhai.model.Bytes;

/// A file that somebody brings, which can be opened as often as it takes to understand it.
///
/// @param name as it was given, with `/` between folders; `-` for standard input
/// @param databases reads it where it is a database
public record ImportFile(String name, Opening opening, Databases databases) {
  private static final int BEGINNING = 64 << 10;
  private static final Charset CHINESE = Charset.forName("GB18030");

  /// Opens the file at its first byte.
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }

  /// Reads SQLite databases, which are opened in another room than this.
  @FunctionalInterface
  public interface Databases {
    /// Hands over the rows that a query gives of a database.
    ///
    /// @param database its bytes
    /// @param tables what the query reads: all of them must be there, as tables
    /// @param query SQL; each column is handed over as text, empty for NULL
    /// @return why the rest could not be read, as a sentence; null if all was read
    @Nullable String read(
        InputStream database, Set<String> tables, String query, Consumer<List<String>> sink)
        throws IOException;
  }

  /// A file that is none of a database, wherever it came from.
  public ImportFile(String name, Opening opening) {
    this(name, opening, (_, _, _, _) -> "A database is read by an import into a library only.");
  }

  /// The same file, whose database can be read.
  public ImportFile readBy(Databases reading) {
    return new ImportFile(name, opening, reading);
  }

  /// The rows of the database that the file is, see {@link Databases#read}.
  public @Nullable String rows(Set<String> tables, String query, Consumer<List<String>> sink)
      throws IOException {
    try (InputStream database = opening.open()) {
      return databases.read(database, tables, query, sink);
    }
  }

  /// What the file begins with.
  public Beginning beginning() throws IOException {
    try (InputStream in = opening.open()) {
      return new Beginning(name, Bytes.of(in.readNBytes(BEGINNING)));
    }
  }

  /// The file as text, without a byte order mark: what the mark says, else UTF-8, or GB18030 where
  /// the bytes are no UTF-8. What can't be decoded becomes U+FFFD.
  public Reader text() throws IOException {
    Charset charset = charset();
    InputStream in = new BufferedInputStream(opening.open());
    BufferedReader text = new BufferedReader(new InputStreamReader(in, charset));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  private Charset charset() throws IOException {
    try (InputStream in = opening.open()) {
      byte[] first = in.readNBytes(2);
      if (first.length == 2 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE) {
        return StandardCharsets.UTF_16LE;
      }
      if (first.length == 2 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return isUtf8() ? StandardCharsets.UTF_8 : CHINESE;
  }

  private boolean isUtf8() throws IOException {
    try (InputStream in = new BufferedInputStream(opening.open());
        Reader strict =
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      strict.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
