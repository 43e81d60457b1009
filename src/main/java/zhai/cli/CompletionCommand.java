package zhai.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `zhai completion`: a script that lets a shell complete commands and options.
@Command(
    name = "completion",
    description = "Prints a completion script for bash, zsh or fish.",
    footer = {
      "",
      "Examples:",
      "  source <(zhai completion bash)",
      "  zhai completion fish > ~/.config/fish/completions/zhai.fish",
    })
final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  /// The shells that scripts are made for.
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  String shell = "";

  @Spec CommandSpec spec = CommandSpec.create();

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    session
        .printer()
        .text(
            switch (shell()) {
              // picocli's script serves zsh too, through zsh's own bashcompinit.
              case BASH, ZSH -> AutoComplete.bash("zhai", root);
              case FISH -> FishCompletion.of(root);
            });
    return ExitCode.OK;
  }

  private Shell shell() {
    try {
      return Shell.valueOf(shell.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new UsageException(
          "there is no completion for %s; choose bash, zsh or fish".formatted(shell));
    }
  }
}
