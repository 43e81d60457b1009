package zhai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {

  /// A stream whose end is gone.
  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({"No space left on device, No space left on device", "Broken pipe,"})
  void tellsADiskThatIsFullFromAReaderWhoHasEnough(String reason, String failure) {
    Output output = new Output(failing(reason));
    output.write('a');
    output.flush();
    assertEquals(Optional.ofNullable(failure), output.failure());
  }
}
