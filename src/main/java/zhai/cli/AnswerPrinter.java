package zhai.cli;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import zhai.library.Finder;

/// Shows what a search found: what has everything, then what has a part of it, said to be so.
final class AnswerPrinter {
  /// What means nothing to a shell.
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} .,:/_+-]+");

  private final Printer printer;
  private final EntryPrinter entries;
  private final boolean json;
  private final boolean flat;

  /// @param flat whether parts of one question stand each for itself
  AnswerPrinter(Printer printer, boolean json, boolean flat) {
    this.printer = printer;
    this.entries = new EntryPrinter(printer, json);
    this.json = json;
    this.flat = flat || json;
  }

  void print(Finder.Answer answer) {
    List<Finder.Found> whole = answer.found().stream().filter(one -> !one.hit().partial()).toList();
    List<Finder.Found> partial =
        answer.found().stream().filter(one -> one.hit().partial()).toList();
    print(whole, answer);
    if (answer.total() > whole.size() && !json) {
      printer.remark("%d of %d; --limit shows more.".formatted(whole.size(), answer.total()));
    }
    if (!partial.isEmpty()) {
      String these = whole.isEmpty() ? "Nothing has all of that; these have" : "These have only";
      printer.remark(these + " a part of it" + nowhere(answer) + ".");
      print(partial, answer);
    } else if (whole.isEmpty()) {
      printer.remark("Nothing found" + nowhere(answer) + ".");
    }
    if (answer.didYouMean() != null) {
      printer.remark("did you mean: " + asArgument(answer.didYouMean()));
    }
  }

  /// Of what belongs together the best in full, the others on a line each below it.
  private void print(List<Finder.Found> found, Finder.Answer answer) {
    for (Finder.Found one : found) {
      if (flat || one.under() == null) {
        entries.found(one, answer);
      }
      if (!flat) {
        entries.others(
            answer.found().stream()
                .filter(other -> Objects.equals(other.under(), one.entry().bookmark().id()))
                .toList());
      }
    }
  }

  /// So that it can be pasted behind `zhai search`.
  private static String asArgument(String query) {
    String argument = PLAIN.matcher(query).matches() ? query : ShellText.quoted(query);
    return query.startsWith("-") ? "-- " + argument : argument;
  }

  private static String nowhere(Finder.Answer answer) {
    return answer.missingWords().isEmpty()
        ? ""
        : "; nowhere in the library: " + String.join(", ", answer.missingWords());
  }
}
