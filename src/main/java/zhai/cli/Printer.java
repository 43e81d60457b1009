package zhai.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import zhai.model.Bytes;

/// The one way out: results to standard output, everything about them to standard error.
///
/// Colour and progress appear only on a terminal, and colour not where `NO_COLOR` is set. After a
/// closed pipe (`zhai list | head -1`) output goes nowhere, quietly.
public final class Printer {
  private static final String RESET = "\u001b[0m";
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final Output output;
  private final Look look;
  private boolean progressShown;

  /// What the place that output goes to can show.
  ///
  /// @param terminal whether a terminal shows what goes to standard output, and would obey it
  /// @param colour whether styles may become escape sequences
  /// @param progress whether a line that changes may be shown on standard error
  public record Look(boolean terminal, boolean colour, boolean progress) {
    /// A file or a pipe.
    public static final Look PLAIN = new Look(false, false, false);
  }

  /// @param out standard output; written to as UTF-8, whatever the locale
  /// @param err standard error, likewise
  public Printer(OutputStream out, OutputStream err, Look look) {
    this.output = new Output(out);
    this.out = new PrintWriter(output, false, StandardCharsets.UTF_8);
    this.err = new PrintWriter(err, false, StandardCharsets.UTF_8);
    this.look = look;
  }

  /// A line of the result.
  synchronized void line(Line line) {
    clearProgress();
    out.println(render(line));
    out.flush();
  }

  void line(String text) {
    line(Line.of(text));
  }

  /// A line of the result for programs: JSON that has its control characters escaped already.
  synchronized void json(String object) {
    clearProgress();
    out.println(object);
    out.flush();
  }

  /// Text of the result with lines of its own, such as an article. On a terminal it is made visible
  /// like everything else; in a file or a pipe only its control characters are.
  synchronized void text(String text) {
    clearProgress();
    out.print(look.terminal() ? Line.visible(text) : Line.uncontrolled(text));
    out.flush();
  }

  /// Bytes of the result as they are; made visible, as UTF-8, on a terminal.
  synchronized void bytes(Bytes bytes) {
    OutputStream to = stream();
    try {
      to.write(bytes.toArray());
      to.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A remark about the result, to standard error.
  synchronized void remark(Line line) {
    clearProgress();
    err.println(render(line));
    err.flush();
  }

  void remark(String text) {
    remark(Line.of(text));
  }

  /// What is going on, in a line that the next one replaces; nothing off a terminal.
  synchronized void progress(String text) {
    if (look.progress()) {
      err.print(CLEAR_LINE + render(Line.of(text)));
      err.flush();
      progressShown = true;
    }
  }

  /// Takes the line of progress away.
  synchronized void clearProgress() {
    if (progressShown) {
      err.print(CLEAR_LINE);
      err.flush();
      progressShown = false;
    }
  }

  /// Why standard output is not whole; empty if it is, or if nobody reads on.
  Optional<String> failure() {
    out.flush();
    return output.failure();
  }

  /// Where bytes of the result can be streamed to: as they are, but as visible text on a terminal.
  OutputStream stream() {
    clearProgress();
    out.flush();
    return look.terminal() ? new VisibleOutput(output) : output;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  boolean hasColour() {
    return look.colour();
  }

  boolean isTerminal() {
    return look.terminal();
  }

  private String render(Line line) {
    StringBuilder text = new StringBuilder();
    for (Line.Part part : line.parts()) {
      text.append(look.colour() ? coloured(part) : uncoloured(part));
    }
    return text.toString();
  }

  private static String uncoloured(Line.Part part) {
    return part.style() == Line.Style.HIT ? "«" + part.text() + "»" : part.text();
  }

  private static String coloured(Line.Part part) {
    String code =
        switch (part.style()) {
          case PLAIN -> "";
          case STRONG -> "\u001b[1m";
          case FAINT -> "\u001b[2m";
          case HIT -> "\u001b[1;33m";
          case GOOD -> "\u001b[32m";
          case WARNING -> "\u001b[33m";
          case REMOVED -> "\u001b[31m";
        };
    return code.isEmpty() ? part.text() : code + part.text() + RESET;
  }
}
