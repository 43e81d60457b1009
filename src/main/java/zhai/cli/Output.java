package zhai.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream that goes on after its end has failed and remembers why: commands print on without
/// looking, and at the end the run says that its output is not whole.
final class Output extends FilterOutputStream {
  private @Nullable IOException failure;

  Output(OutputStream out) {
    super(out);
  }

  /// What kept output from being written. A reader who has enough (`| head`) is no failure.
  Optional<String> failure() {
    String reason = failure == null ? null : failure.getMessage();
    return Optional.ofNullable(reason).filter(it -> !it.contains("Broken pipe"));
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(out::flush);
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private void attempt(Writing writing) {
    if (failure != null) {
      return;
    }
    try {
      writing.write();
    } catch (IOException e) {
      failure = e;
    }
  }
}
