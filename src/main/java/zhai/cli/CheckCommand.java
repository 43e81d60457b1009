package zhai.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import zhai.library.Checkup;

/// `zhai check`: whether the library is sound.
@Command(
    name = "check",
    description = {
      "Says whether the library is sound, and heals what is derived from it (the index).",
      "What zhai called stored survives the end of the process at any moment and of the power, on a"
          + " local disk that keeps what it was told to sync; what was not yet called so is there"
          + " whole or not at all. The index may lag, never lead, and follows by itself. Damage to"
          + " what you gave is named, never papered over. --read-data verifies every byte: saved"
          + " pages against their SHA-256, the index against the library.",
    },
    footer = {"", "Example:", "  zhai check --read-data"})
final class CheckCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--read-data", description = "Read every byte: pages, index, all rows.")
  boolean readData;

  @Option(
      names = "--repair",
      description =
          "Read every byte; if there is damage, keep the library's file as it is beside it, then"
              + " mend what can be mended in it and look again.")
  boolean repair;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.withLibrary(library -> {
      Checkup checkup = new Checkup(library);
      Checkup.Report report = checkup.check(readData || repair);
      print(report);
      if (!report.isSound() && repair) {
        report = repaired(checkup);
      }
      return report.isSound() ? ExitCode.OK : ExitCode.SOME_FAILED;
    });
  }

  private Checkup.Report repaired(Checkup checkup) {
    Checkup.Repaired repaired = checkup.repair();
    Printer printer = session.printer();
    printer.line(new Line().plain("kept      as it was: ").plain(repaired.kept().toString()));
    repaired.done().forEach(it -> printer.line(new Line().good("repaired  ").plain(it)));
    print(repaired.after());
    return repaired.after();
  }

  private void print(Checkup.Report report) {
    Printer printer = session.printer();
    report.damage().forEach(it -> printer.line(new Line().warning("damage    ").plain(it)));
    report.remarks().forEach(it -> printer.line(new Line().plain("note      ").plain(it)));
    report.healed().forEach(it -> printer.line(new Line().good("healed    ").plain(it)));
    printer.line(report.isSound() ? "The library is sound." : "The library is damaged.");
  }
}
