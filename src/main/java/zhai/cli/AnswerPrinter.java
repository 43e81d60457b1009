package zhai.cli;

import java.util.List;
import java.util.regex.Pattern;
import zhai.library.Finder;

/// Shows what a search found: what has everything, then what has a part of it, said to be so.
final class AnswerPrinter {
  /// What means nothing to a shell.
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} .,:/_+-]+");

  private final Printer printer;
  private final EntryPrinter entries;
  private final boolean json;

  AnswerPrinter(Printer printer, boolean json) {
    this.printer = printer;
    this.entries = new EntryPrinter(printer, json);
    this.json = json;
  }

  void print(Finder.Answer answer) {
    List<Finder.Found> whole = answer.found().stream().filter(one -> !one.hit().partial()).toList();
    List<Finder.Found> partial =
        answer.found().stream().filter(one -> one.hit().partial()).toList();
    whole.forEach(one -> entries.found(one, answer));
    if (answer.total() > whole.size() && !json) {
      printer.remark("%d of %d; --limit shows more.".formatted(whole.size(), answer.total()));
    }
    if (!partial.isEmpty()) {
      String these = whole.isEmpty() ? "Nothing has all of that; these have" : "These have only";
      printer.remark(these + " a part of it" + nowhere(answer) + ".");
      partial.forEach(one -> entries.found(one, answer));
    } else if (whole.isEmpty()) {
      printer.remark("Nothing found" + nowhere(answer) + ".");
    }
    if (answer.didYouMean() != null) {
      printer.remark("did you mean: " + asArgument(answer.didYouMean()));
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
