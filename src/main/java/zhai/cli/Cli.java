package zhai.cli;

import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Puts the command line together and runs it.
public final class Cli {
  /// Commands whose query may begin with a minus.
  private static final Set<String> WITH_QUERY = Set.of("list", "search", "export", "fetch");

  private final CommandLine commandLine;
  private final Printer printer;

  public Cli(Session session) {
    ZhaiCommand root = new ZhaiCommand(session);
    printer = session.printer();
    commandLine =
        new CommandLine(root)
            .addSubcommand(new AddCommand(session))
            .addSubcommand(new NoteCommand(session))
            .addSubcommand(new ListCommand(session))
            .addSubcommand(new SearchCommand(session))
            .addSubcommand(new SimilarCommand(session))
            .addSubcommand(new ShowCommand(session))
            .addSubcommand(new OpenCommand(session))
            .addSubcommand(new EditCommand(session))
            .addSubcommand(new TagCommand(session))
            .addSubcommand(new TagsCommand(session))
            .addSubcommand(new RemoveCommand(session))
            .addSubcommand(new ImportCommand(session))
            .addSubcommand(new ExportCommand(session))
            .addSubcommand(new FetchCommand(session))
            .addSubcommand(new ExtractCommand(session))
            .addSubcommand(new SiteCommand(session))
            .addSubcommand(new CheckCommand(session))
            .addSubcommand(new ReindexCommand(session))
            .addSubcommand(new BackupCommand(session))
            .addSubcommand(new RestoreCommand(session))
            .addSubcommand(new StatusCommand(session))
            .addSubcommand(new DemoCommand(session))
            .addSubcommand(new CompletionCommand(session))
            .addSubcommand(new HelpCommand(session));
    commandLine.getSubcommands().entrySet().stream()
        .filter(command -> WITH_QUERY.contains(command.getKey()))
        .forEach(command -> command.getValue().setUnmatchedOptionsArePositionalParams(true));
    commandLine
        // An argument that begins with @ is text, never a file whose lines become arguments.
        .setExpandAtFiles(false)
        .setOut(printer.out())
        .setErr(printer.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(printer.hasColour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new UsageFailure(printer))
        .setExecutionExceptionHandler(new Failure(printer, () -> root.debug));
  }

  /// Runs one command.
  ///
  /// @return the exit code
  public int run(String... arguments) {
    int code = commandLine.execute(arguments);
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    Optional<String> cut = printer.failure();
    cut.ifPresent(reason -> printer.remark("zhai: the output is not whole: " + reason));
    return cut.isPresent() ? ExitCode.SOME_FAILED : code;
  }
}
