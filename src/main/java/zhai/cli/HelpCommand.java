package zhai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `zhai help`: what the commands are and what one of them takes; `zhai help search` teaches the
/// language of queries in one screen.
@Command(
    name = "help",
    helpCommand = true,
    description = "Tells about a command; `zhai help search` teaches the language of queries.",
    footer = {"", "Examples:", "  zhai help add", "  zhai help search"})
final class HelpCommand implements Callable<Integer> {
  private static final String LANGUAGE = "query-language.txt";

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "All commands without it.")
  String command = "";

  @Option(
      names = "--write",
      paramLabel = "FOLDER",
      hidden = true,
      description = "Write all that help says into files, for the launcher to print them.")
  @Nullable Path folder;

  @Spec CommandSpec spec = CommandSpec.create();

  HelpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine root = spec.root().commandLine();
    if (folder != null) {
      new HelpFiles(session, folder).write();
    } else if (command.equals("search")) {
      language().lines().forEach(session.printer()::line);
    } else if (command.isEmpty()) {
      root.usage(session.printer().out());
    } else {
      commandOf(root).usage(session.printer().out());
    }
    return ExitCode.OK;
  }

  private CommandLine commandOf(CommandLine root) {
    CommandLine found = root.getSubcommands().get(command);
    if (found == null) {
      throw new UsageException("there is no command %s; `zhai help` lists them".formatted(command));
    }
    return found;
  }

  private static String language() {
    try (InputStream in = HelpCommand.class.getResourceAsStream(LANGUAGE)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + LANGUAGE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
