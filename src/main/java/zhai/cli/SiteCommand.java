package zhai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import zhai.exchange.JsonText;
import zhai.extract.site.SiteFile;
import zhai.extract.site.SiteRules;
import zhai.extract.site.SiteTrial;
import zhai.library.OwnSiteRules;
import zhai.library.PageReading;
import zhai.model.Content;

/// `zhai site`: what zhai knows of single sites, and a user's own rules for them.
@Command(
    name = "site",
    description =
        "Shows the rules for single sites and tries them on a saved page. Your own stand in the"
            + " library's folder, sites/NAME.rules.",
    footer = {
      "",
      "Examples:",
      "  zhai site list",
      "  zhai site language",
      "  zhai site test saved.html https://forum.example/t/7",
    })
final class SiteCommand implements Callable<Integer> {
  private static final int SHOWN_LINES = 3;
  private static final int SHOWN_CHARACTERS = 200;

  private final Session session;

  SiteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    throw new UsageException("what about sites? `zhai site list`, `language` or `test FILE URL`");
  }

  @Command(
      name = "list",
      description = "Lists the files of rules in the order in which they are asked.")
  int list(@Mixin JsonOption output) {
    for (SiteFile file : OwnSiteRules.all(session.folder()).files()) {
      if (output.json) {
        ObjectNode object = JsonText.object().put("file", file.name()).put("site", file.site());
        file.places().forEach(object.putArray("places")::add);
        session.printer().json(JsonText.write(object));
      } else {
        session
            .printer()
            .line(
                new Line()
                    .strong(file.name())
                    .plain(file.site().isEmpty() ? "" : "  " + file.site())
                    .faint("  " + String.join("  ", file.places())));
      }
    }
    return ExitCode.OK;
  }

  @Command(name = "language", description = "Tells how rules for a site are written.")
  int language() {
    session.printer().text(SiteRules.language());
    return ExitCode.OK;
  }

  @Command(
      name = "test",
      description =
          "Reads a saved page by the rules and tells which line found what; nothing is stored.")
  int test(
      @Parameters(paramLabel = "FILE", description = "- for standard input.") String file,
      @Parameters(paramLabel = "URL", arity = "0..1", description = "The page's address.")
          @Nullable String url) {
    PageReading reading = PageReading.with(session.parts(), session.folder());
    return reading
        .trial(OwnSiteRules.all(session.folder()), SavedPages.read(session, file), url)
        .map(this::print)
        .orElseGet(this::printUnknown);
  }

  private int printUnknown() {
    session.printer().line("no rule knows this page; the general reading reads it");
    return ExitCode.SOME_FAILED;
  }

  private int print(SiteTrial trial) {
    String section = trial.section().isEmpty() ? "" : " [" + trial.section() + "]";
    row("known", trial.file() + section + ", " + trial.how(), List.of());
    trial.facts().forEach(fact -> row(fact.name(), fact.value(), List.of(fact.place())));
    Content content = trial.content();
    if (content == null) {
      row(
          "text",
          trial.verdict() == null
              ? "not found by the rules; the general reading looks for it"
              : trial.verdict().label() + ": " + trial.detail(),
          List.of());
      return trial.verdict() == null ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
    row("text", content.text().length() + " characters", trial.places());
    List<String> lines = content.text().lines().filter(line -> !line.isBlank()).toList();
    lines.stream().limit(SHOWN_LINES).forEach(line -> row("first", line, List.of()));
    lines.stream()
        .skip(Math.max(SHOWN_LINES, lines.size() - SHOWN_LINES))
        .forEach(line -> row("last", line, List.of()));
    return ExitCode.OK;
  }

  private void row(String name, String value, List<SiteTrial.Place> places) {
    String shown =
        value.length() > SHOWN_CHARACTERS ? value.substring(0, SHOWN_CHARACTERS) + "…" : value;
    Line line = new Line().faint("%-12s".formatted(name)).plain(shown);
    places.forEach(place -> line.faint("   line %d: %s".formatted(place.line(), place.source())));
    session.printer().line(line);
  }
}
