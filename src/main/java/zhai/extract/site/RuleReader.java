package zhai.extract.site;

import java.util.List;
import java.util.Optional;
import zhai.extract.Page;
import zhai.extract.PageFacts;
import zhai.extract.SiteReader;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Unsure;

/// Reads sites that need no code of their own: a small file says where such a site puts its facts
/// and its text. A new site is a new file `rules/NAME.rules` and its name in {@link #SITES}.
///
/// A rule file has one rule a line, a key and its value; `#` begins a comment line. A key may come
/// several times: the first place that says something is believed.
///
/// - `address REGEX`: found in the page's address, or in the address that the page gives as its
///   own.
/// - `mark SELECTOR`: an element that only this site has, for saved pages without an address. A
///   page is the site's if one `address` or one `mark` holds.
/// - `title`, `author`, `date PLACE`: where the fact stands, see below.
/// - `zone +08:00`: the offset of dates that state none; only for a site that shows everyone the
///   same local time.
/// - `content SELECTOR`: the whole text and nothing but the text. Without it, or where it finds
///   nothing substantial, the general extractor looks for the text; the facts hold either way.
/// - `strip SELECTOR`: what stands inside the text and is not the author's.
///
/// A PLACE is `SELECTOR [@ ATTRIBUTE] [=> REGEX [==> REPLACEMENT]]`. It reads the elements' text, a
/// script's source or that attribute, and of it the first group of the expression, or what the
/// replacement makes of the match (`==> 20$1`).
final class RuleReader implements SiteReader {
  private static final List<String> SITES =
      List.of(
          "csdn",
          "163",
          "qq",
          "sohu",
          "thepaper",
          "weibo",
          "learnku",
          "zhidao",
          "juejin",
          "cnblogs",
          "douban",
          "toutiao");

  private final List<SiteRule> rules;

  RuleReader() {
    rules = SITES.stream().map(site -> SiteRule.open("rules/" + site + ".rules")).toList();
  }

  @Override
  public boolean knows(Page page) {
    return rule(page).isPresent();
  }

  @Override
  public SiteReading read(Page page) {
    return page instanceof Page.Html html
        ? rule(page).map(rule -> rule.read(html)).orElseGet(() -> new Unsure(PageFacts.NONE))
        : new Unsure(PageFacts.NONE);
  }

  private Optional<SiteRule> rule(Page page) {
    return page instanceof Page.Html html
        ? rules.stream().filter(rule -> rule.matches(html)).findFirst()
        : Optional.empty();
  }
}
