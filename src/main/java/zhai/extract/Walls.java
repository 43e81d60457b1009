package zhai.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import zhai.model.Verdict;

/// Recognises what stands before a page by its structure: the marks of `walls.txt` on a page that
/// has hardly any prose, an HTTP status, a title that says that nothing is there. A word in a text
/// never counts.
final class Walls {
  /// More prose than this is no wall; the longest of them explain themselves in a few sentences.
  private static final double MAX_WALL_PROSE = 1_000;

  /// A login form on a page with more prose than this is the form in its corner.
  private static final double MAX_LOGIN_PROSE = 300;

  /// More text than this of any kind, menus included, and the page is a real one.
  private static final double MAX_WALL_WEIGHT = 2_000;

  private static final Pattern NO_LETTERS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
  private static final double MAX_GONE_WEIGHT = 500;

  /// One line of the rule file.
  private sealed interface Rule {
    Refusal refusal();

    record ByElement(Refusal refusal, Evaluator mark) implements Rule {}

    record ByScript(Refusal refusal, String mark) implements Rule {}

    record ByAddress(Refusal refusal, Pattern mark) implements Rule {}
  }

  private static final List<Rule> RULES = rules();
  private static final Set<String> GONE = gone();

  private Walls() {}

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (String line : RuleFile.open("walls.txt").rules()) {
      int first = line.indexOf(" | ");
      int second = line.indexOf(" | ", first + 3);
      int last = line.lastIndexOf(" | ");
      Verdict verdict = Verdict.ofLabel(line.substring(0, first));
      Refusal refusal = new Refusal(verdict, line.substring(last + 3));
      rules.add(rule(line.substring(first + 3, second), line.substring(second + 3, last), refusal));
    }
    return rules;
  }

  private static Rule rule(String kind, String mark, Refusal refusal) {
    return switch (kind) {
      case "element" -> new Rule.ByElement(refusal, QueryParser.parse(mark));
      case "script" -> new Rule.ByScript(refusal, mark);
      case "address" ->
          new Rule.ByAddress(refusal, Pattern.compile(mark, Pattern.CASE_INSENSITIVE));
      default -> throw new IllegalStateException("walls.txt: no such kind of rule: " + kind);
    };
  }

  private static Set<String> gone() {
    Set<String> titles = new HashSet<>();
    RuleFile.open("gone-titles.txt").rules().forEach(title -> titles.add(letters(title)));
    return titles;
  }

  private static String letters(String text) {
    return NO_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// The wall that the page is, or null.
  static @Nullable Refusal find(Page.Html page) {
    String scripts = scripts(page.document());
    for (Rule rule : RULES) {
      if (holds(rule, page, scripts) && isBare(page.document(), limit(rule))) {
        return rule.refusal();
      }
    }
    return null;
  }

  private static boolean holds(Rule rule, Page.Html page, String scripts) {
    return switch (rule) {
      case Rule.ByElement(_, Evaluator mark) -> page.document().selectFirst(mark) != null;
      case Rule.ByScript(_, String mark) -> scripts.contains(mark);
      case Rule.ByAddress(_, Pattern mark) -> mark.matcher(page.address()).find();
    };
  }

  private static double limit(Rule rule) {
    return rule.refusal().verdict() == Verdict.LOGIN ? MAX_LOGIN_PROSE : MAX_WALL_PROSE;
  }

  private static String scripts(Document document) {
    var scripts = new StringBuilder();
    for (Element script : document.select("script")) {
      scripts.append(script.attr("src")).append('\n').append(script.data()).append('\n');
    }
    return scripts.toString();
  }

  private static boolean isBare(Document document, double maxProse) {
    Element body = document.clone().body();
    Pruning.machinery(body);
    BlockMap map = BlockMap.of(body);
    return map.prose(body) <= maxProse && map.weight(map.in(body)) <= MAX_WALL_WEIGHT;
  }

  /// What the answer's status, or a title such as "404 Not Found" over no text, says about the
  /// page; null when it stands as it is.
  static @Nullable Refusal judge(Page.Html page, MainContent main, StructuredData data) {
    int status = page.snapshot().status();
    if (status >= 400) {
      boolean gone = status == 404 || status == 410;
      return carriesArticle(page, main, data, gone ? 3_000 : 350) ? null : HttpRefusal.of(status);
    }
    return main.weight() < MAX_GONE_WEIGHT && saysGone(page.document())
        ? new Refusal(Verdict.GONE, "The site says that the page does not exist (any more).")
        : null;
  }

  /// Whether an error page is a whole article nevertheless: some sites answer 403 and show it.
  private static boolean carriesArticle(
      Page.Html page, MainContent main, StructuredData data, double minWeight) {
    long paragraphs = TextBlock.of(main.element()).stream().filter(TextBlock::isProse).count();
    boolean declared =
        data.article() != null
            || page.document()
                    .selectFirst(
                        "article, [itemprop=articleBody], meta[property=og:type][content=article]")
                != null;
    return main.weight() >= minWeight && paragraphs >= 3 && declared;
  }

  private static boolean saysGone(Document document) {
    Element heading = document.selectFirst("h1");
    return isGone(document.title()) || (heading != null && isGone(heading.text()));
  }

  private static boolean isGone(String title) {
    if (GONE.contains(letters(title))) {
      return true;
    }
    for (String part : title.split("\\s+[-–—|·]\\s+|[|_｜]|(?<=\\p{IsHan})-", -1)) {
      if (GONE.contains(letters(part))) {
        return true;
      }
    }
    return false;
  }
}
