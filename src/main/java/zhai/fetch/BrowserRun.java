package zhai.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import zhai.model.Bytes;

/// Runs a browser for its output, within the limits of time and size, and leaves no process behind.
record BrowserRun(Limits limits) {
  private static final int SECONDS_TO_DIE = 5;

  /// What the command writes to its standard output.
  ///
  /// @throws BrowserException if it can't be started
  /// @throws LimitException if it takes too long or writes too much
  Bytes output(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = start(command.redirectError(Redirect.DISCARD));
    try {
      process.getOutputStream().close();
      FutureTask<Bytes> reading = new FutureTask<>(() -> read(process.getInputStream()));
      Thread.ofVirtual().start(reading);
      return reading.get(limits.callTime().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new LimitException(Limit.CALL_TIME, "the browser did not finish in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      kill(process);
    }
  }

  private static Process start(ProcessBuilder command) throws BrowserException {
    try {
      return command.start();
    } catch (IOException e) {
      throw new BrowserException(e);
    }
  }

  private Bytes read(InputStream in) throws IOException {
    int most = Math.toIntExact(limits.maxDecodedBytes());
    byte[] output = in.readNBytes(most + 1);
    if (output.length > most) {
      throw new LimitException(Limit.DECODED_BYTES, "more than " + most + " bytes of page");
    }
    return Bytes.of(output);
  }

  private static void kill(Process process) throws InterruptedException {
    List<ProcessHandle> tree =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    for (ProcessHandle one : tree) {
      one.destroyForcibly();
    }
    for (ProcessHandle one : tree) {
      await(one);
    }
  }

  private static void await(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(SECONDS_TO_DIE, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a killed process lives on: " + process.pid(), e);
    }
  }
}
