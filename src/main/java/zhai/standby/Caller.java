package zhai.standby;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.time.Duration;

/// Hands a command to the process that stands by.
public final class Caller {
  /// Many times as long as between two signs of life.
  private static final Duration SILENT = Signs.BETWEEN.multipliedBy(20);

  private final Place place;
  private final Duration toBeTaken;

  /// @param toBeTaken how long a call waits for its first answer. That comes within milliseconds
  ///   from a process that is not stopped and has a processor to answer with
  public Caller(Place place, Duration toBeTaken) {
    this.place = place;
    this.toBeTaken = toBeTaken;
  }

  /// Has the command run there, passing on what it reads and prints.
  public Answer call(Call call, Streams streams) {
    if (!place.isThere()) {
      return new Answer.Absent();
    }
    try (Wire wire = Wire.ofCaller();
        Deadline deadline = new Deadline(wire, toBeTaken)) {
      place.requireOwnFolder();
      wire.connect(place);
      return new Conversation(wire, deadline, streams).have(call.fromAnywhere());
    } catch (ConnectException _) {
      return new Answer.Absent();
    } catch (IOException _) {
      return new Answer.Declined();
    }
  }

  /// One call and what comes back.
  private static final class Conversation {
    private final Wire wire;
    private final Deadline deadline;
    private final Streams streams;
    private boolean shown;

    Conversation(Wire wire, Deadline deadline, Streams streams) {
      this.wire = wire;
      this.deadline = deadline;
      this.streams = streams;
    }

    Answer have(Call call) {
      try {
        wire.send(call);
        while (true) {
          Frame frame = wire.receive();
          // Whoever reads what is shown may take any time.
          deadline.pause();
          switch (frame.kind()) {
            case TAKEN, ALIVE -> {}
            case DECLINED -> {
              return new Answer.Declined();
            }
            case DONE -> {
              return new Answer.Done(frame.bytes().get(0) & 0xFF);
            }
            case OUT -> show(frame, streams.out());
            case ERR -> show(frame, streams.err());
            case WANTED -> handInput();
            case IN -> throw new IOException("only the caller has input");
          }
          deadline.give(SILENT);
        }
      } catch (IOException e) {
        return shown ? new Answer.Broken(reason(e)) : new Answer.Declined();
      }
    }

    /// A reader who has enough (`| head`) is no failure: the command goes on for nobody.
    private void show(Frame frame, OutputStream stream) throws IOException {
      shown = true;
      try {
        stream.write(frame.bytes().array());
        stream.flush();
      } catch (IOException e) {
        if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
          throw e;
        }
      }
    }

    private static String reason(IOException failure) {
      String reason = failure.getMessage();
      return reason == null ? "the process that stood by is gone" : reason;
    }

    /// A person may be typing.
    private void handInput() throws IOException {
      shown = true;
      byte[] bytes = new byte[Frame.MAX_BYTES];
      int count = Math.max(0, streams.in().read(bytes));
      deadline.give(SILENT);
      wire.send(Frame.Kind.IN, bytes, 0, count);
    }
  }
}
