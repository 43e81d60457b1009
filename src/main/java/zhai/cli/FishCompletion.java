package zhai.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A completion script for fish, which picocli does not make: one `complete` line for each command
/// and each option.
final class FishCompletion {
  private FishCompletion() {}

  static String of(CommandLine root) {
    String name = root.getCommandName();
    Stream<String> commands =
        root.getSubcommands().values().stream()
            .map(command ->
                "complete -c %s -f -n __fish_use_subcommand -a %s -d %s\n"
                    .formatted(
                        name,
                        command.getCommandName(),
                        quoted(description(command.getCommandSpec()))));
    Stream<String> options =
        root.getSubcommands().values().stream()
            .flatMap(command ->
                command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .map(option -> line(name, command.getCommandName(), option)));
    return Stream.concat(commands, options).collect(Collectors.joining());
  }

  private static String line(String name, String command, OptionSpec option) {
    String names =
        Stream.of(option.names())
            .map(it -> it.startsWith("--") ? "-l " + it.substring(2) : "-s " + it.substring(1))
            .collect(Collectors.joining(" "));
    String argument = option.arity().max() > 0 ? " -r" : "";
    String[] description = option.description();
    return "complete -c %s -n '__fish_seen_subcommand_from %s' %s%s -d %s\n"
        .formatted(
            name, command, names, argument, quoted(description.length == 0 ? "" : description[0]));
  }

  private static String description(CommandSpec spec) {
    String[] description = spec.usageMessage().description();
    return description.length == 0 ? "" : description[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
