package zhai.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import zhai.cli.Printer.Look;

/// What help and the version say, as files: it is always the same, so the launcher prints it
/// without starting Java. `plain/add --help.txt` is what `zhai add --help` says, `colour/` has it
/// for a terminal that shows colours.
final class HelpFiles {
  private static final Look ON_A_TERMINAL = new Look(true, true, true);

  private final Session session;
  private final Path folder;

  HelpFiles(Session session, Path folder) {
    this.session = session;
    this.folder = folder;
  }

  void write() throws IOException {
    for (String arguments : asked()) {
      write("plain", arguments, Look.PLAIN);
      write("colour", arguments, ON_A_TERMINAL);
    }
  }

  private static List<String> asked() {
    List<String> asked = new ArrayList<>(List.of("--help", "-h", "help", "--version", "-V"));
    for (Cli.Offered command : Cli.offered()) {
      asked.add(command.name() + " --help");
      asked.add("help " + command.name());
    }
    return asked;
  }

  private void write(String kind, String arguments, Look look) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Printer printer = new Printer(said, OutputStream.nullOutputStream(), look);
    int code = new Cli(session.printingTo(printer)).run(arguments.split(" "));
    if (code != ExitCode.OK) {
      throw new IllegalStateException("`zhai %s` gives %d".formatted(arguments, code));
    }
    Path file = Files.createDirectories(folder.resolve(kind)).resolve(arguments + ".txt");
    Files.write(file, said.toByteArray());
  }
}
