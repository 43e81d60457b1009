package zhai.exchange.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of many writers, each beside what is to be read from it in the words of [Told].
///
/// `-Dgolden.write=true` writes what is read; the difference is for you to read.
class ReadersTest {

  @ParameterizedTest
  @MethodSource("zhai.exchange.reader.Fixture#all")
  void readsTheFileAsExpected(Fixture fixture) throws IOException {
    String read = fixture.told().by(fixture.format().reader());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(fixture.expected(), read);
    }
    assertEquals(Files.readString(fixture.expected()), read);
  }
}
