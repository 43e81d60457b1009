package zhai.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes on their way to a terminal: read as UTF-8, with everything made visible that the terminal
/// would obey. They go on at each line end, since no byte within a character is one.
final class VisibleOutput extends OutputStream {
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final OutputStream terminal;

  /// @param terminal not closed with this
  VisibleOutput(OutputStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void write(int b) throws IOException {
    line.write(b);
    if (b == '\n') {
      passOn();
    }
  }

  @Override
  public void flush() throws IOException {
    passOn();
    terminal.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private void passOn() throws IOException {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    terminal.write(Line.visible(text).getBytes(StandardCharsets.UTF_8));
  }
}
