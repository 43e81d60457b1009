package zhai.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/// Puts the command line together and runs it.
///
/// To know a command's options picocli looks through its class, which for all of them takes longer
/// than most commands run. So only those are looked through that the arguments name.
public final class Cli {
  /// Commands that take words which begin with a minus: a query, or what a browser says.
  private static final Set<String> WITH_MINUS =
      Set.of("list", "search", "export", "fetch", "native-host");

  /// In the order in which help lists them.
  private static final List<Offered> OFFERED =
      List.of(
          new Offered(AddCommand.class, AddCommand::new),
          new Offered(NoteCommand.class, NoteCommand::new),
          new Offered(ListCommand.class, ListCommand::new),
          new Offered(SearchCommand.class, SearchCommand::new),
          new Offered(SimilarCommand.class, SimilarCommand::new),
          new Offered(ShowCommand.class, ShowCommand::new),
          new Offered(OpenCommand.class, OpenCommand::new),
          new Offered(ServeCommand.class, ServeCommand::new),
          new Offered(EditCommand.class, EditCommand::new),
          new Offered(TagCommand.class, TagCommand::new),
          new Offered(TagsCommand.class, TagsCommand::new),
          new Offered(RemoveCommand.class, RemoveCommand::new),
          new Offered(ImportCommand.class, ImportCommand::new),
          new Offered(ExportCommand.class, ExportCommand::new),
          new Offered(FetchCommand.class, FetchCommand::new),
          new Offered(ExtractCommand.class, ExtractCommand::new),
          new Offered(SiteCommand.class, SiteCommand::new),
          new Offered(CheckCommand.class, CheckCommand::new),
          new Offered(ReindexCommand.class, ReindexCommand::new),
          new Offered(BackupCommand.class, BackupCommand::new),
          new Offered(RestoreCommand.class, RestoreCommand::new),
          new Offered(StatusCommand.class, StatusCommand::new),
          new Offered(DemoCommand.class, DemoCommand::new),
          new Offered(ExtensionCommand.class, ExtensionCommand::new),
          new Offered(NativeHostCommand.class, NativeHostCommand::new),
          new Offered(CompletionCommand.class, CompletionCommand::new),
          new Offered(HelpCommand.class, HelpCommand::new));

  private final Session session;
  private final Printer printer;

  public Cli(Session session) {
    this.session = session;
    this.printer = session.printer();
  }

  /// A command that can be asked for.
  ///
  /// @param type its class, whose annotation says what it is called and what it is for
  private record Offered(Class<?> type, Function<Session, Object> maker) {
    private Command described() {
      return Objects.requireNonNull(type.getAnnotation(Command.class));
    }

    String name() {
      return described().name();
    }

    CommandLine whole(Session session) {
      return new CommandLine(maker.apply(session))
          .setUnmatchedOptionsArePositionalParams(WITH_MINUS.contains(name()));
    }

    /// As a list of commands shows it.
    CommandLine listed() {
      CommandSpec spec = CommandSpec.create();
      spec.usageMessage().description(described().description()).hidden(described().hidden());
      return new CommandLine(spec);
    }
  }

  /// The commands that any of the arguments could mean are there whole, and the others by name.
  private CommandLine commandLine(ZhaiCommand root, List<String> arguments) {
    CommandLine commandLine = new CommandLine(root);
    boolean all = arguments.contains("completion") || arguments.contains("help");
    for (Offered offered : OFFERED) {
      boolean named = all || arguments.contains(offered.name());
      commandLine.addSubcommand(offered.name(), named ? offered.whole(session) : offered.listed());
    }
    return commandLine
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
    CommandLine commandLine = commandLine(new ZhaiCommand(session), List.of(arguments));
    int code = commandLine.execute(arguments);
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    session.aside().ifPresent(it -> printer.remark("zhai: " + it));
    Optional<String> cut = printer.failure();
    cut.ifPresent(reason -> printer.remark("zhai: the output is not whole: " + reason));
    return cut.isPresent() ? ExitCode.SOME_FAILED : code;
  }
}
