package zhai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import zhai.exchange.JsonText;
import zhai.library.TextDiff;
import zhai.library.Versions;
import zhai.model.ArticleVersion;

/// Shows the versions of a page, and what differs between two of them.
final class VersionPrinter {
  private final Printer printer;
  private final DateTimeFormatter times;

  /// @param zone where the user's days begin and end
  VersionPrinter(Printer printer, ZoneId zone) {
    this.printer = printer;
    this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  /// A line for each version, the latest first.
  void history(List<Versions.Step> steps) {
    steps.reversed().forEach(this::line);
  }

  private void line(Versions.Step step) {
    ArticleVersion version = step.version();
    String facts =
        "  %s  %-7s %6d characters  "
            .formatted(
                times.format(version.readAt()),
                version.verdict().label(),
                version.article().content().text().length());
    Line line = new Line().strong("%4d".formatted(version.number())).faint(facts);
    String place = "%-8s  ".formatted(step.place().label());
    switch (step.place()) {
      case CURRENT -> line.good(place);
      case REPLACED -> line.faint(place);
      case BESIDE -> line.warning(place);
    }
    line.plain(step.comparison().sentence());
    printer.line(step.chosen() ? line.faint("; chosen by you") : line);
  }

  /// A JSON object for each version, the latest first.
  void historyJson(List<Versions.Step> steps) {
    for (Versions.Step step : steps.reversed()) {
      ArticleVersion version = step.version();
      ObjectNode json = JsonText.object();
      json.put("version", version.number());
      json.put("read", version.readAt().toString());
      json.put("verdict", version.verdict().label());
      json.put("title", version.article().title());
      json.put("characters", version.article().content().text().length());
      json.put("place", step.place().label());
      json.put("comparison", step.comparison().label());
      json.put("reason", step.comparison().sentence());
      json.put("chosen", step.chosen());
      printer.json(JsonText.write(json));
    }
  }

  /// A unified diff with a sentence a line.
  void diff(TextDiff diff) {
    printer.line(new Line().removed("--- " + heading(diff.before())));
    printer.line(new Line().good("+++ " + heading(diff.after())));
    for (TextDiff.Hunk hunk : diff.hunks()) {
      printer.line(
          new Line()
              .faint(
                  "@@ -%d,%d +%d,%d @@"
                      .formatted(hunk.before(), hunk.inBefore(), hunk.after(), hunk.inAfter())));
      hunk.sentences().forEach(sentence -> printer.line(line(sentence)));
    }
    if (diff.hunks().isEmpty()) {
      printer.remark("The text of both is the same.");
    }
  }

  private static Line line(TextDiff.Sentence sentence) {
    return switch (sentence.kind()) {
      case KEPT -> Line.of(" " + sentence.text());
      case REMOVED -> new Line().removed("-" + sentence.text());
      case ADDED -> new Line().good("+" + sentence.text());
    };
  }

  private String heading(ArticleVersion version) {
    return "version %d, %s%s"
        .formatted(
            version.number(), times.format(version.readAt()), version.current() ? ", current" : "");
  }
}
