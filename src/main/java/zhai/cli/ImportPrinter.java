package zhai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.exchange.JsonText;
import zhai.exchange.Skip;
import zhai.library.ImportReport;
import zhai.library.ImportReport.Counts;

/// Says what became of an import: one line of counts on standard output, each item that failed on
/// standard error.
///
/// @param json whether the counts are a line of JSON
record ImportPrinter(Printer printer, boolean json) {

  /// @param failed where what could not be taken in was written; null if nothing was
  void print(ImportReport report, @Nullable Path failed) {
    report.failed().forEach(one -> printer.remark("%s: %s".formatted(one.place(), one.reason())));
    report
        .gone()
        .forEach(one ->
            printer.remark(
                "%s:%d: no longer there; bookmark %d keeps it"
                    .formatted(one.file(), one.line(), one.id())));
    if (json) {
      printer.json(JsonText.write(object(report, failed)));
    } else {
      printer.line(line(report));
      if (failed != null) {
        printer.remark("What failed is in %s: mend it, and import that file.".formatted(failed));
      }
    }
  }

  private static String line(ImportReport report) {
    Counts counts = report.counts();
    return "%,d read: %,d added · %,d merged · %,d updated · %,d skipped%s · %,d failed"
        .formatted(
            counts.read(),
            counts.added(),
            counts.merged(),
            counts.updated(),
            counts.skipped(),
            reasons(report.skips()),
            counts.failed());
  }

  private static String reasons(Map<Skip, Integer> skips) {
    return skips.isEmpty()
        ? ""
        : skips.entrySet().stream()
            .map(skip -> "%,d %s".formatted(skip.getValue(), skip.getKey().sentence()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static ObjectNode object(ImportReport report, @Nullable Path failed) {
    Counts counts = report.counts();
    ObjectNode object =
        JsonText.object()
            .put("read", counts.read())
            .put("added", counts.added())
            .put("merged", counts.merged())
            .put("failed", counts.failed())
            .put("updated", counts.updated())
            .put("skipped", counts.skipped())
            .put("gone", report.gone().size());
    return failed == null ? object : object.put("retry", failed.toString());
  }
}
