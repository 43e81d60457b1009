package zhai.survival;

import java.io.IOException;
import java.util.List;

/// How a process is ended before it has done its work.
sealed interface Stop {

  /// `-D` options of the process.
  List<String> properties();

  /// Waits for the moment and ends it.
  void end(Child child) throws IOException, InterruptedException;

  /// It ends itself where it comes to a point.
  ///
  /// @param hit at which time that it comes there, from 1
  record At(String point, int hit) implements Stop {
    @Override
    public List<String> properties() {
      return List.of(
          "-D%s=%s".formatted(Reached.HALT, point), "-D%s=%d".formatted(Reached.HIT, hit));
    }

    @Override
    public void end(Child child) throws InterruptedException {
      child.code();
    }

    @Override
    public String toString() {
      return point + (hit == 1 ? "" : " #" + hit);
    }
  }

  /// SIGKILL at any moment.
  record Killed(Deed deed, Moments moments) implements Stop {
    @Override
    public List<String> properties() {
      return List.of();
    }

    @Override
    public void end(Child child) throws InterruptedException {
      moments.await(deed, child);
      child.kill();
    }
  }

  /// A signal that it may answer, at any moment.
  ///
  /// @param name such as `TERM`
  record Asked(String name, Deed deed, Moments moments) implements Stop {
    @Override
    public List<String> properties() {
      return List.of();
    }

    @Override
    public void end(Child child) throws IOException, InterruptedException {
      if (moments.await(deed, child)) {
        child.signal(name);
      }
      child.code();
    }
  }
}
