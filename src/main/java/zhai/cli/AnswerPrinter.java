package zhai.cli;

import java.util.List;
import zhai.library.Finder;

/// Shows what a search found: what has everything, then what has a part of it, said to be so.
final class AnswerPrinter {
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
    whole.forEach(entries::found);
    if (answer.total() > whole.size() && !json) {
      printer.remark("%d of %d; --limit shows more.".formatted(whole.size(), answer.total()));
    }
    if (!partial.isEmpty()) {
      String these = whole.isEmpty() ? "Nothing has all of that; these have" : "These have only";
      printer.remark(these + " a part of it" + nowhere(answer) + ".");
      partial.forEach(entries::found);
    } else if (whole.isEmpty()) {
      printer.remark("Nothing found" + nowhere(answer) + ".");
    }
  }

  private static String nowhere(Finder.Answer answer) {
    return answer.missingWords().isEmpty()
        ? ""
        : "; nowhere in the library: " + String.join(", ", answer.missingWords());
  }
}
