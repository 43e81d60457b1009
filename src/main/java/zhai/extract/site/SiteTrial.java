package zhai.extract.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhai.extract.ContentWriter;
import zhai.extract.Page;
import zhai.extract.SiteReading;
import zhai.model.Content;
import zhai.model.Verdict;

/// What the rules make of one page, and which line made it: for who writes rules.
///
/// @param file whose rules knew the page
/// @param section empty if the file has none
/// @param how the page was known, in words
/// @param facts as they were found, in the order of the language
/// @param verdict null if the text is left to the general reading
/// @param detail why there is no text, or null
/// @param places that gave the text
/// @param content null if the rules found no text
public record SiteTrial(
    String file,
    String section,
    String how,
    List<FoundFact> facts,
    @Nullable Verdict verdict,
    @Nullable String detail,
    List<Place> places,
    @Nullable Content content) {

  /// A line of the file.
  public record Place(int line, String source) {}

  /// @param name as the language calls it
  public record FoundFact(String name, String value, Place place) {}

  /// Empty if no rule knows the page.
  public static Optional<SiteTrial> of(SiteRules rules, Page page) {
    return rules.know(page).map(known -> of(known, page));
  }

  private static SiteTrial of(SiteRules.Known known, Page page) {
    PageKind.Findings found = known.kind().read(page, known.captured());
    SiteReading reading = found.reading();
    List<FoundFact> facts =
        found.facts().values().stream()
            .map(fact ->
                new FoundFact(
                    fact.fact().name().toLowerCase(Locale.ROOT),
                    fact.value(),
                    place(fact.source())))
            .toList();
    BodyRules.Found body = found.body();
    return new SiteTrial(
        known.file().name(),
        known.kind().name(),
        known.how(),
        facts,
        switch (reading) {
          case SiteReading.Found read -> read.verdict();
          case SiteReading.Refused refused -> refused.verdict();
          case SiteReading.Unsure _ -> null;
        },
        reading instanceof SiteReading.Refused refused ? refused.detail() : null,
        body == null ? List.of() : body.sources().stream().map(SiteTrial::place).toList(),
        body == null ? null : ContentWriter.write(body.element(), page.address()));
  }

  private static Place place(FactSource source) {
    return new Place(source.line(), source.rule());
  }
}
