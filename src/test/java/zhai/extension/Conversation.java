package zhai.extension;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import zhai.cli.Zhai;
import zhai.exchange.JsonText;
import zhai.extract.Extractor;
import zhai.extract.site.SiteReaders;
import zhai.fetch.Fetcher;
import zhai.library.Library;
import zhai.library.LibraryFolder;
import zhai.library.Parts;
import zhai.library.TimedExtractor;

/// What a browser says to the host, byte by byte, and what it hears: the pipe closes after the last
/// message. The library is a real one.
final class Conversation {
  private final LibraryFolder folder;
  private final @Nullable Supplier<Fetcher> web;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /// One with a host that keeps no pictures.
  Conversation(Path library) {
    this(library, null);
  }

  /// @param web who asks for pictures
  Conversation(Path library, @Nullable Supplier<Fetcher> web) {
    this.folder = new LibraryFolder(library);
    this.web = web;
  }

  Conversation say(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    return sayBytes(length(bytes.length)).sayBytes(bytes);
  }

  Conversation sayBytes(byte... bytes) {
    said.writeBytes(bytes);
    return this;
  }

  static byte[] length(int bytes) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(bytes).array();
  }

  /// The answers in their order, each within what a browser takes.
  List<JsonNode> hear() throws IOException {
    Parts parts =
        new Parts(
            new TimedExtractor(() -> new Extractor(SiteReaders.all())),
            InstantSource.fixed(Zhai.NOW),
            ZoneId.of("Asia/Shanghai"),
            "native-host");
    NativeHost.Doors doors =
        new NativeHost.Doors(
            () -> Library.open(folder, parts),
            () -> Library.create(folder, parts),
            web,
            failure -> String.valueOf(failure.getMessage()));
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    new NativeHost(doors, "1.2.3").serve(new ByteArrayInputStream(said.toByteArray()), heard);
    return answers(heard.toByteArray());
  }

  JsonNode hearOne() throws IOException {
    List<JsonNode> answers = hear();
    if (answers.size() != 1) {
      throw new IllegalStateException("one answer was expected, not " + answers);
    }
    return answers.getFirst();
  }

  private static List<JsonNode> answers(byte[] heard) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(heard).order(ByteOrder.nativeOrder());
    while (rest.hasRemaining()) {
      byte[] message = new byte[rest.getInt()];
      if (message.length > 1024 * 1024) {
        throw new IllegalStateException("no browser takes %,d bytes".formatted(message.length));
      }
      rest.get(message);
      answers.add(JsonText.parse(new String(message, StandardCharsets.UTF_8)));
    }
    return answers;
  }
}
