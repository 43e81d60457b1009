package zhai.library;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Content;
import zhai.model.Mark.Excerpt;
import zhai.model.Verdict;

/// Compares a new reading of a page with the current one.
///
/// Shares are of weighted text ({@link TextLikeness}). The first that fits:
///
/// 1. no reading yet → first;
/// 2. the same text → same, or restated if form or facts are not;
/// 3. a preview after the whole → preview; the whole after a preview, not much shorter than that →
///    completed;
/// 4. after a text too short to judge by ({@link #SLIGHT}), one at least twice as long → grown;
/// 5. hardly anything of the text ({@link #OTHER_TEXT_BELOW}) nor of the title ({@link
///    #OTHER_TITLE_BELOW}) is there → other page;
/// 6. less than half as long ({@link #SHRUNK_BELOW}), or little of the text left ({@link
///    #LOST_BELOW}), or half of the user's excerpts gone with much of it ({@link
///    #LOST_WITH_EXCERPTS_BELOW}) → shrunk;
/// 7. longer by a fifth ({@link #GROWN_FROM}) → grown; else → changed.
final class Comparing {
  /// Length in terms of the text before: a wall that looks like an article, a text cut off.
  static final double SHRUNK_BELOW = 0.5;

  /// Share of the text before: the comments in place of the article. A page whose author rewrote
  /// most of it keeps more than this.
  static final double LOST_BELOW = 0.3;

  /// The same where at least half of what the user picked is gone too. Above it an author has
  /// edited a passage, which the excerpt's anchor says.
  static final double LOST_WITH_EXCERPTS_BELOW = 0.6;

  /// Share of the text before: what two unrelated pages of one site have in common.
  static final double OTHER_TEXT_BELOW = 0.1;

  /// Share of the title's words before.
  static final double OTHER_TITLE_BELOW = 0.5;

  /// Length in terms of the text before.
  static final double GROWN_FROM = 1.2;

  /// Weight of about a hundred Chinese characters, or fifty English words: a notice rather than a
  /// text.
  static final double SLIGHT = 250;

  /// Links and images come with parameters that differ at each visit (a signature, a size).
  private static final Pattern PARAMETERS = Pattern.compile("\\?[^\\s)\"]{1,2000}");

  private final List<Excerpt> excerpts;

  /// @param excerpts what the user picked from the page
  Comparing(List<Excerpt> excerpts) {
    this.excerpts = List.copyOf(excerpts);
  }

  /// What the reading is.
  ///
  /// @param current the reading that is current, or null
  Comparison compare(@Nullable ArticleVersion current, Verdict verdict, Article reading) {
    if (current == null) {
      return new Comparison.First();
    }
    Article before = current.article();
    if (folded(before).equals(folded(reading)) && verdict == current.verdict()) {
      return isSame(before, reading) ? new Comparison.Same() : new Comparison.Restated();
    }
    TextLikeness texts = TextLikeness.ofTexts(before.content().text(), reading.content().text());
    if (verdict == Verdict.PREVIEW && current.verdict() == Verdict.READ) {
      return new Comparison.Preview();
    }
    if (verdict == Verdict.READ
        && current.verdict() == Verdict.PREVIEW
        && texts.growth() >= SHRUNK_BELOW) {
      return new Comparison.Completed();
    }
    return byText(before, reading, texts);
  }

  private Comparison byText(Article before, Article reading, TextLikeness texts) {
    if (texts.before() < SLIGHT && texts.growth() >= 2) {
      return new Comparison.Grown(texts.growth());
    }
    if (texts.kept() < OTHER_TEXT_BELOW && hasOtherTitle(before, reading)) {
      return new Comparison.OtherPage();
    }
    if (texts.growth() < SHRUNK_BELOW || texts.kept() < LOST_BELOW) {
      return new Comparison.Shrunk(texts.kept(), lost(before, reading).gone);
    }
    Lost lost = texts.kept() < LOST_WITH_EXCERPTS_BELOW ? lost(before, reading) : new Lost(0, 0);
    if (lost.gone > 0 && 2 * lost.gone >= lost.all) {
      return new Comparison.Shrunk(texts.kept(), lost.gone);
    }
    return texts.growth() >= GROWN_FROM
        ? new Comparison.Grown(texts.growth())
        : new Comparison.Changed(texts.kept());
  }

  private static boolean hasOtherTitle(Article before, Article reading) {
    String one = before.title();
    String other = reading.title();
    return one != null
        && other != null
        && TextLikeness.ofTitles(one, other).kept() < OTHER_TITLE_BELOW
        && TextLikeness.ofTitles(other, one).kept() < OTHER_TITLE_BELOW;
  }

  /// Excerpts that stood in a text, and how many of them don't stand in another.
  private record Lost(int all, int gone) {}

  private Lost lost(Article before, Article reading) {
    List<Excerpt> there =
        Excerpts.anchored(excerpts, before).stream().filter(Comparing::hasPlace).toList();
    long gone =
        Excerpts.anchored(there, reading).stream().filter(found -> !hasPlace(found)).count();
    return new Lost(there.size(), (int) gone);
  }

  private static boolean hasPlace(Excerpt excerpt) {
    return switch (excerpt.anchor()) {
      case Anchor.Exact _, Anchor.Near _, Anchor.Ambiguous _ -> true;
      case Anchor.Missing _, Anchor.Unchecked _ -> false;
    };
  }

  private static String folded(Article article) {
    return FoldedText.of(article.content().text()).folded();
  }

  /// Whether two readings say the same, in the same form and with the same facts.
  static boolean isSame(Article one, Article other) {
    return folded(one).equals(folded(other))
        && form(one).equals(form(other))
        && facts(one).equals(facts(other));
  }

  private static String form(Article article) {
    return FoldedText.of(PARAMETERS.matcher(article.content().markdown()).replaceAll("")).folded();
  }

  /// The article without its content.
  private static Article facts(Article article) {
    return new Article(
        article.title(),
        article.byline(),
        article.site(),
        article.language(),
        article.published(),
        article.updated(),
        article.canonical(),
        article.description(),
        withoutParameters(article.leadImage()),
        new Content("", "", ""));
  }

  private static @Nullable String withoutParameters(@Nullable String address) {
    return address == null ? null : PARAMETERS.matcher(address).replaceAll("");
  }
}
