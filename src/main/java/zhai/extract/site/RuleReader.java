package zhai.extract.site;

import java.util.function.Supplier;
import zhai.extract.Page;
import zhai.extract.PageFacts;
import zhai.extract.SiteReader;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Unsure;

/// Reads the pages of the sites that rules describe; see {@link SiteRules}.
public final class RuleReader implements SiteReader {
  private final Supplier<SiteRules> rules;

  /// Over the rules of a user.
  public RuleReader(SiteRules rules) {
    this(() -> rules);
  }

  /// @param rules asked for when the first page is read: most runs of zhai read none
  RuleReader(Supplier<SiteRules> rules) {
    this.rules = rules;
  }

  @Override
  public boolean knows(Page page) {
    return rules.get().know(page).isPresent();
  }

  @Override
  public SiteReading read(Page page) {
    return rules
        .get()
        .know(page)
        .map(known -> known.kind().read(page, known.captured()).reading())
        .orElseGet(() -> new Unsure(PageFacts.NONE));
  }
}
