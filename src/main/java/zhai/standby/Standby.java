package zhai.standby;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/// The process that stands by: runs what it is called for, one command at a time, until nobody has
/// called for a while.
///
/// One at a time, since the locks on SQLite's files belong to a process, not to whoever opened
/// them. A second caller is told at once, and runs its command itself.
public final class Standby {
  private static final Duration TO_HEAR_A_CALL = Duration.ofSeconds(5);

  private final Place place;
  private final Call first;
  private final Program program;
  private final Duration patience;
  private final Semaphore turns = new Semaphore(1);

  /// @param first what to begin with, so that the next one finds everything warm; without arguments
  ///   there is nothing to begin with
  /// @param patience how long it waits for a call before it ends
  public Standby(Place place, Call first, Program program, Duration patience) {
    this.place = place;
    this.first = first;
    this.program = program;
    this.patience = patience;
  }

  /// Waits for calls and runs them, until nobody calls any more or the program has changed.
  ///
  /// @param ready told once a caller would be heard
  /// @param current whether the program on the disk is still the one that runs here
  /// @throws IOException if it can't stand by, as when another one does
  public void run(Runnable ready, BooleanSupplier current) throws IOException {
    try (ServerSocketChannel door = place.open()) {
      ready.run();
      receive(door, current);
    }
  }

  private void receive(ServerSocketChannel door, BooleanSupplier current) throws IOException {
    try (Deadline idle = new Deadline(door, patience)) {
      if (!first.arguments().isEmpty()) {
        turns.acquireUninterruptibly();
        Turn warming = new Turn(idle);
        Thread.ofPlatform().start(() -> warmUp(warming));
      }
      while (true) {
        Wire caller = new Wire(door.accept());
        if (!current.getAsBoolean()) {
          decline(caller);
          return;
        }
        Thread.ofPlatform().start(() -> hear(caller, idle));
      }
    } catch (ClosedChannelException _) {
      // Nobody called for a while.
    } finally {
      Files.deleteIfExists(place.socket());
      turns.acquireUninterruptibly();
    }
  }

  private void warmUp(Turn turn) {
    try (turn) {
      program.run(first, Streams.none());
      program.run(first, Streams.none());
    }
  }

  /// The right to run a command. While somebody has it nobody waits for calls to come.
  private final class Turn implements AutoCloseable {
    private final Deadline idle;

    Turn(Deadline idle) {
      this.idle = idle;
      idle.pause();
    }

    @Override
    public void close() {
      idle.give(patience);
      turns.release();
    }
  }

  private void hear(Wire caller, Deadline idle) {
    try (caller) {
      Call call = callOf(caller);
      if (call.language().equals(first.language()) && turns.tryAcquire()) {
        run(call, caller, new Turn(idle));
      } else {
        caller.send(Frame.Kind.DECLINED);
      }
    } catch (IOException _) {
      // It is gone, or was nobody who may call.
    }
  }

  /// Whoever is told that the command has ended may call again: the turn is over before that.
  private void run(Call call, Wire caller, Turn turn) throws IOException {
    int exitCode;
    try (turn) {
      caller.send(Frame.Kind.TAKEN);
      exitCode = answer(caller, call);
    }
    caller.send(Frame.Kind.DONE, new byte[] {(byte) exitCode}, 0, 1);
  }

  private static void decline(Wire caller) {
    try (caller) {
      caller.send(Frame.Kind.DECLINED);
    } catch (IOException _) {
      // It is gone.
    }
  }

  private Call callOf(Wire caller) throws IOException {
    caller.requireUserOf(place);
    try (Deadline _ = new Deadline(caller, TO_HEAR_A_CALL)) {
      return caller.receiveCall();
    }
  }

  private int answer(Wire caller, Call call) throws IOException {
    try (Signs _ = new Signs(caller);
        OutputStream out = caller.output(Frame.Kind.OUT);
        OutputStream err = caller.output(Frame.Kind.ERR)) {
      return program.run(call, new Streams(caller.input(), out, err));
    }
  }
}
