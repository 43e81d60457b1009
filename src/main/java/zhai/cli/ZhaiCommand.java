package zhai.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program itself: options that hold for every command, and the list of commands.
@Command(
    name = "zhai",
    version = "zhai " + ZhaiCommand.VERSION,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    description = "Keeps the pages you read together with what you picked from them.",
    footer = {
      "",
      "Start with:",
      "  zhai add 'https://www.zhihu.com/question/1/answer/2' -x 'words worth keeping' -t rag",
      "  zhai search 'words'",
      "  zhai export 'tag:rag' -o list.md",
      "",
      "Exit codes: 0 all done; 1 some items failed, or damage found; 2 usage; 10 no library there;",
      "11 locked by another process; 12 library newer than the program.",
    })
final class ZhaiCommand implements Runnable {
  static final String VERSION = "0.1.0";

  private final Session session;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where an error came from.")
  boolean debug;

  ZhaiCommand(Session session) {
    this.session = session;
  }

  @Option(
      names = "--library",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "The library's folder; else $ZHAI_LIBRARY, else the usual place.")
  void library(Path folder) {
    session.nameLibrary(folder);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Which command?");
    }
  }
}
