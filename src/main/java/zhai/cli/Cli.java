package zhai.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import zhai.index.SearchIndex;

/// Puts the command line together and runs it.
///
/// To know a command's options picocli looks through its class, which for all of them takes longer
/// than most commands run. So only those are looked through that the arguments name; and where the
/// first argument is a command, nobody asks what the others are for.
public final class Cli {
  /// Commands that take words which begin with a minus: a query, or what a browser says.
  private static final Set<String> WITH_MINUS =
      Set.of("list", "search", "export", "fetch", "native-host");

  /// In the order in which help lists them.
  private static final List<Offered> OFFERED =
      List.of(
          new Offered("add", AddCommand.class, AddCommand::new),
          new Offered("note", NoteCommand.class, NoteCommand::new),
          new Offered("list", ListCommand.class, ListCommand::new),
          new Offered("search", SearchCommand.class, SearchCommand::new),
          new Offered("similar", SimilarCommand.class, SimilarCommand::new),
          new Offered("show", ShowCommand.class, ShowCommand::new),
          new Offered("open", OpenCommand.class, OpenCommand::new),
          new Offered("serve", ServeCommand.class, ServeCommand::new),
          new Offered("edit", EditCommand.class, EditCommand::new),
          new Offered("tag", TagCommand.class, TagCommand::new),
          new Offered("tags", TagsCommand.class, TagsCommand::new),
          new Offered("remove", RemoveCommand.class, RemoveCommand::new),
          new Offered("import", ImportCommand.class, ImportCommand::new),
          new Offered("export", ExportCommand.class, ExportCommand::new),
          new Offered("fetch", FetchCommand.class, FetchCommand::new),
          new Offered("extract", ExtractCommand.class, ExtractCommand::new),
          new Offered("site", SiteCommand.class, SiteCommand::new),
          new Offered("check", CheckCommand.class, CheckCommand::new),
          new Offered("reindex", ReindexCommand.class, ReindexCommand::new),
          new Offered("backup", BackupCommand.class, BackupCommand::new),
          new Offered("restore", RestoreCommand.class, RestoreCommand::new),
          new Offered("status", StatusCommand.class, StatusCommand::new),
          new Offered("demo", DemoCommand.class, DemoCommand::new),
          new Offered("extension", ExtensionCommand.class, ExtensionCommand::new),
          new Offered("native-host", NativeHostCommand.class, NativeHostCommand::new),
          new Offered("completion", CompletionCommand.class, CompletionCommand::new),
          new Offered("help", HelpCommand.class, HelpCommand::new));

  private final Session session;
  private final Printer printer;

  public Cli(Session session) {
    this.session = session;
    this.printer = session.printer();
  }

  /// A command that can be asked for.
  ///
  /// @param name as its class's annotation has it, which takes too long to read of all
  record Offered(String name, Class<?> type, Function<Session, Object> maker) {
    Command described() {
      return Objects.requireNonNull(type.getAnnotation(Command.class));
    }

    CommandLine whole(Session session) {
      return new CommandLine(maker.apply(session))
          .setUnmatchedOptionsArePositionalParams(WITH_MINUS.contains(name));
    }

    /// As a list of commands shows it.
    CommandLine listed() {
      CommandSpec spec = CommandSpec.create();
      spec.usageMessage().description(described().description()).hidden(described().hidden());
      return new CommandLine(spec);
    }
  }

  static List<Offered> offered() {
    return OFFERED;
  }

  /// The commands that any of the arguments could mean are there whole, and the others by name.
  private CommandLine commandLine(ZhaiCommand root, List<String> arguments) {
    CommandLine commandLine = new CommandLine(root);
    boolean all = arguments.contains("completion") || arguments.contains("help");
    boolean alone = !all && !arguments.isEmpty() && isCommand(arguments.getFirst());
    for (Offered offered : OFFERED) {
      if (all || arguments.contains(offered.name())) {
        commandLine.addSubcommand(offered.name(), offered.whole(session));
      } else if (!alone) {
        commandLine.addSubcommand(offered.name(), offered.listed());
      }
    }
    return commandLine
        // An argument that begins with @ is text, never a file whose lines become arguments.
        .setExpandAtFiles(false)
        .registerConverter(
            Path.class, text -> text.equals("-") ? Path.of(text) : session.path(text))
        .setOut(printer.out())
        .setErr(printer.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(printer.hasColour() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(new UsageFailure(printer))
        .setExecutionExceptionHandler(new Failure(printer, () -> root.debug));
  }

  private static boolean isCommand(String argument) {
    return OFFERED.stream().anyMatch(offered -> offered.name().equals(argument));
  }

  /// Runs one command.
  ///
  /// @return the exit code
  public int run(String... arguments) {
    if (arguments.length > 1 && arguments[0].equals("search")) {
      SearchIndex.warmUp(String.join(" ", arguments));
    }
    CommandLine commandLine = commandLine(new ZhaiCommand(session), List.of(arguments));
    int code = commandLine.execute(arguments);
    printer.clearProgress();
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    session.aside().ifPresent(it -> printer.remark("zhai: " + it));
    Optional<String> cut = printer.failure();
    cut.ifPresent(reason -> printer.remark("zhai: the output is not whole: " + reason));
    return cut.isPresent() ? ExitCode.SOME_FAILED : code;
  }
}
