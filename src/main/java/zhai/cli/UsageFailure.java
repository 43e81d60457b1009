package zhai.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in a sentence what was wrong with a command line, and where help is.
final class UsageFailure implements IParameterExceptionHandler {
  private final Printer printer;

  UsageFailure(Printer printer) {
    this.printer = printer;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    printer.remark(Line.of("zhai: " + failure.getMessage()));
    if (!UnmatchedArgumentException.printSuggestions(failure, printer.err())) {
      printer.remark("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
    }
    return ExitCode.USAGE;
  }
}
