package zhai.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.extract.WallRule.Mark;
import zhai.model.Verdict;

/// Recognises what stands before a page by its structure: the marks of `walls.txt` on a page that
/// has hardly any text, an HTTP status, a title that says that nothing is there. A word in a text
/// never counts.
///
/// A mark alone is no wall. The page must be so bare that nothing is lost by refusing it, and how
/// bare depends on the mark: one that only the wall itself has may stand beside a few paragraphs of
/// explanation; one that ordinary pages have too (a captcha in the comment form, a login in the
/// corner) only beside a few sentences. Most pages are not bare, which {@link Glance} finds out
/// before any mark is looked for.
final class Walls {
  /// More prose than this is no wall; the longest of them explain themselves in a few paragraphs.
  private static final double MAX_OWN_PROSE = 1_000;

  /// A mark that ordinary pages have too, beside more prose than this, is one of theirs.
  private static final double MAX_SHARED_PROSE = 300;

  /// The same where the answer is an error or not for search engines, and nothing links on.
  private static final double MAX_DOUBTFUL_PROSE = 700;

  private static final int MAX_DOUBTFUL_LINKS = 5;

  /// Prose that a login page has outside its form: a line about terms.
  private static final double MAX_PROSE_BESIDE_LOGIN = 150;

  /// A page that says more than this in all says it about something.
  private static final double MAX_WORDS_WEIGHT = 400;

  /// An article that calls itself one, however short: no captcha does.
  private static final double MIN_DECLARED_PROSE = 60;

  /// What is found on a page that is not there: a notice, a few links.
  private static final double MAX_GONE_WEIGHT = 500;

  /// The same where the page's own markup says so: the notice comes with recent articles.
  private static final double MAX_MARKED_GONE_WEIGHT = 1_500;

  private static final double MAX_NOTICE_WEIGHT = 300;

  /// A notice is one sentence, or two.
  private static final double MAX_SENTENCE_WEIGHT = 120;

  private static final int MAX_NOTICE_PARAGRAPHS = 2;

  private static final double HIDDEN_DATA_WEIGHT = 400;

  private static final PageSelector DECLARED =
      PageSelector.parse(
          "article, [itemprop=articleBody], meta[property=og:type][content=article]");

  private static final PageSelector NOT_FOR_SEARCHING =
      PageSelector.parse("meta[name=robots][content*=noindex]");

  private static final Pattern TITLE_PARTS =
      Pattern.compile("\\s+[-–—|·]\\s+|[|_｜]|(?<=\\p{IsHan})-");

  private static final List<WallRule> OWN = WallRule.section("own");
  private static final List<WallRule> SHARED = WallRule.section("shared");
  private static final List<WallRule> NOTHING = WallRule.section("nothing");
  private static final Set<String> GONE = gone();

  private Walls() {}

  private static Set<String> gone() {
    Set<String> titles = new HashSet<>();
    RuleFile.open("gone-titles.txt").rules().forEach(title -> titles.add(TextKey.letters(title)));
    return titles;
  }

  /// The wall that the page is, or null.
  static @Nullable Refusal find(Page.Html page, StructuredData data) {
    WallRule rule = rule(page, data);
    return rule == null ? null : rule.refusal();
  }

  /// The rule by which the page is a wall, or null.
  static @Nullable WallRule rule(Page.Html page, StructuredData data) {
    Glance glance = Glance.at(page.document());
    if (glance.isPlenty() || carriesText(data)) {
      return null;
    }
    boolean isArticle = glance.prose() >= MIN_DECLARED_PROSE && isDeclared(page, data);
    for (WallRule rule : OWN) {
      if (glance.prose() <= MAX_OWN_PROSE
          && isMarked(rule, page, glance)
          && !(isArticle && rule.mark() instanceof Mark.ByTitle)) {
        return rule;
      }
    }
    if (isArticle || mayBeOrdinary(page, data, glance)) {
      return null;
    }
    for (WallRule rule : SHARED) {
      if (isMarkedInside(rule, page, glance)) {
        return rule;
      }
    }
    return null;
  }

  private static boolean carriesText(StructuredData data) {
    String body = data.articleBody();
    return body != null && TextWeight.of(body) >= HIDDEN_DATA_WEIGHT;
  }

  private static boolean isMarked(WallRule rule, Page.Html page, Glance glance) {
    return switch (rule.mark()) {
      case Mark.ByElement(var selector) -> page.index().has(selector);
      case Mark.ByScript(String characters) -> glance.scripts().contains(characters);
      case Mark.ByAddress(Pattern pattern) -> pattern.matcher(page.address()).find();
      case Mark.ByHeader(String name, String value) ->
          page.snapshot().header(name).filter(sent -> isValue(sent, value)).isPresent();
      case Mark.ByTitle(String letters) -> glance.isTitled(letters);
      case Mark.ByWords(List<String> words) ->
          glance.weight() <= MAX_WORDS_WEIGHT
              && words.stream().anyMatch(glance.saidInLetters()::contains);
    };
  }

  private static boolean isValue(String sent, String value) {
    return sent.strip().toLowerCase(Locale.ROOT).equals(value);
  }

  /// Whether a mark that ordinary pages have too may be one of theirs here.
  private static boolean mayBeOrdinary(Page.Html page, StructuredData data, Glance glance) {
    return glance.prose() > maxSharedProse(page, glance)
        || glance.invitesText()
        || glance.carriesData()
        || Conversation.isOne(page, data);
  }

  private static double maxSharedProse(Page.Html page, Glance glance) {
    boolean notForReading = page.snapshot().status() >= 400 || page.index().has(NOT_FOR_SEARCHING);
    return notForReading && glance.links() <= MAX_DOUBTFUL_LINKS
        ? MAX_DOUBTFUL_PROSE
        : MAX_SHARED_PROSE;
  }

  private static boolean isDeclared(Page.Html page, StructuredData data) {
    return page.index().has(DECLARED) || data.hasType(NonArticle.ARTICLE_TYPES);
  }

  private static boolean isMarkedInside(WallRule rule, Page.Html page, Glance glance) {
    boolean isLogin = rule.refusal().verdict() == Verdict.LOGIN;
    if (rule.mark() instanceof Mark.ByElement(var selector)) {
      Element found = Glance.firstInside(page.index().find(selector));
      double inForm = found == null ? 0 : TextCount.of(formOf(found)).prose();
      return found != null && (!isLogin || glance.prose() - inForm <= MAX_PROSE_BESIDE_LOGIN);
    }
    return isMarked(rule, page, glance) && (!isLogin || glance.prose() <= MAX_PROSE_BESIDE_LOGIN);
  }

  private static Element formOf(Element field) {
    Element form = field.closest("form");
    return form == null ? field : form;
  }

  /// What the answer's status, or a title such as "404 Not Found" over no text, says about the
  /// page; null when it stands as it is.
  static @Nullable Refusal judge(Page.Html page, MainContent main, StructuredData data) {
    int status = page.snapshot().status();
    if (status >= 400) {
      boolean gone = status == 404 || status == 410;
      return carriesArticle(page, main, data, gone ? 3_000 : 350) ? null : HttpRefusal.of(status);
    }
    if (main.weight() > MAX_MARKED_GONE_WEIGHT
        || (main.weight() >= MIN_DECLARED_PROSE && data.hasType(NonArticle.ARTICLE_TYPES))) {
      return null;
    }
    if (main.weight() < MAX_GONE_WEIGHT
        && paragraphs(main) <= MAX_NOTICE_PARAGRAPHS
        && saysGone(page.document())) {
      return new Refusal(Verdict.GONE, "The site says that the page does not exist (any more).");
    }
    WallRule rule = nothing(page, main);
    return rule == null ? null : rule.refusal();
  }

  private static long paragraphs(MainContent main) {
    return main.blocks().stream().filter(Block::isProse).count();
  }

  /// The rule by which the page is only a notice that there is nothing, or null.
  static @Nullable WallRule nothing(Page.Html page, MainContent main) {
    for (WallRule rule : NOTHING) {
      boolean holds =
          switch (rule.mark()) {
            case Mark.ByWords(List<String> words) ->
                main.weight() <= MAX_NOTICE_WEIGHT && isTheNotice(main, words);
            case Mark.ByElement(var selector) ->
                main.weight()
                        <= (rule.refusal().verdict() == Verdict.GONE
                            ? MAX_MARKED_GONE_WEIGHT
                            : MAX_NOTICE_WEIGHT)
                    && page.index().has(selector);
            case Mark.ByScript _, Mark.ByAddress _, Mark.ByHeader _, Mark.ByTitle _ -> false;
          };
      if (holds) {
        return rule;
      }
    }
    return null;
  }

  /// Whether one of the sentences is in what was found, and in a larger part of it: a remark under
  /// a short text is not the text.
  private static boolean isTheNotice(MainContent main, List<String> words) {
    return main.blocks().stream()
        .filter(block -> block.weight() <= MAX_SENTENCE_WEIGHT)
        .filter(block -> block.weight() * 3 >= main.weight())
        .map(block -> TextKey.letters(block.text()))
        .anyMatch(said -> words.stream().anyMatch(said::contains));
  }

  /// Whether an error page is a whole article nevertheless: some sites answer 403 and show it.
  private static boolean carriesArticle(
      Page.Html page, MainContent main, StructuredData data, double minWeight) {
    boolean declared = data.article() != null || page.index().has(DECLARED);
    return main.weight() >= minWeight && paragraphs(main) > MAX_NOTICE_PARAGRAPHS && declared;
  }

  private static boolean saysGone(Document document) {
    Element heading = document.selectFirst("h1");
    return isGone(document.title()) || (heading != null && isGone(heading.text()));
  }

  private static boolean isGone(String title) {
    if (GONE.contains(TextKey.letters(title))) {
      return true;
    }
    for (String part : TITLE_PARTS.split(title, -1)) {
      if (GONE.contains(TextKey.letters(part))) {
        return true;
      }
    }
    return false;
  }
}
