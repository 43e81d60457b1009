package zhai.serve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Characters;
import zhai.exchange.writer.ExportFormat;
import zhai.index.Hit;
import zhai.index.Snippet;
import zhai.index.SortOrder;
import zhai.library.Finder;
import zhai.library.Library;
import zhai.model.Span;
import zhai.query.QueryException;

/// `/`: what a query finds, best first, with the passages that matched; without one, what was kept
/// last. It is asked anew at each stroke of a key, so it does nothing that takes long.
final class SearchPage {
  private static final int USUAL = 20;
  private static final int MOST = 200;

  private final Library library;
  private final Templates templates;
  private final String key;

  SearchPage(Library library, Templates templates, String key) {
    this.library = library;
    this.templates = templates;
    this.key = key;
  }

  /// A query that can't be read.
  ///
  /// @param place two lines that show where
  record Problem(String sentence, String place) {
    static Problem of(QueryException wrong) {
      return new Problem(String.valueOf(wrong.getMessage()), wrong.caretBlock());
    }
  }

  /// A passage.
  record Passage(String field, List<Piece> text) {}

  /// A bookmark that was found.
  ///
  /// @param lack what it has not of what was asked for; empty if it has everything
  /// @param also in what it belongs to a better hit; empty if it does not
  record FoundRow(Row row, List<Passage> passages, String lack, String also) {}

  /// All that is on the page.
  record View(
      Shell shell,
      @Nullable Problem problem,
      String summary,
      List<FoundRow> found,
      @Nullable Link didYouMean,
      @Nullable Link more,
      List<FacetGroup> facets,
      List<Link> orders,
      List<Link> exports) {}

  Reply answer(Asked asked) {
    String query = asked.text("q");
    SortOrder order = asked.sort(SortOrder.RELEVANCE);
    int limit = Math.max(1, asked.number("limit", USUAL, MOST));
    Shell shell = new Shell(query.isEmpty() ? "Search" : query, key, query);
    try {
      return Reply.html(200, templates.fill("search", found(shell, query, order, limit)));
    } catch (QueryException wrong) {
      View view =
          new View(
              shell, Problem.of(wrong), "", List.of(), null, null, List.of(), List.of(), List.of());
      return Reply.html(400, templates.fill("search", view));
    }
  }

  private View found(Shell shell, String query, SortOrder order, int limit) {
    Finder finder = new Finder(library);
    Finder.Answer answer = finder.search(query, limit, order);
    String suggestion = answer.didYouMean();
    boolean isMore = answer.total() > limit && limit < MOST;
    return new View(
        shell,
        null,
        summary(query, answer),
        answer.found().stream().map(this::row).toList(),
        suggestion == null ? null : Link.to(suggestion, Link.asking("/", suggestion)),
        isMore
            ? Link.to(
                "More",
                Link.asking("/", query, "limit", Integer.toString(Math.min(MOST, limit * 3))))
            : null,
        FacetGroup.of(finder.facetsAsSearched(query), query),
        orders(query),
        exports(query));
  }

  private static String summary(String query, Finder.Answer answer) {
    long whole = answer.total();
    String nowhere =
        answer.missingWords().isEmpty()
            ? ""
            : "; nowhere in the library: " + String.join(", ", answer.missingWords());
    String late =
        answer.notIndexed() == 0
            ? ""
            : " %d changes are not searchable yet.".formatted(answer.notIndexed());
    if (query.isEmpty()) {
      return "%,d bookmarks, the last kept first.".formatted(whole) + late;
    }
    if (whole == 0) {
      String what = answer.found().isEmpty() ? "Nothing found" : "These have only a part of it";
      return what + nowhere + "." + late;
    }
    return (whole == 1 ? "1 bookmark." : "%,d bookmarks.".formatted(whole)) + late;
  }

  private FoundRow row(Finder.Found found) {
    Hit hit = found.hit();
    @Nullable Snippet title = hit.title();
    List<Span> inTitle =
        title != null && title.text().equals(found.entry().title())
            ? title.highlights()
            : List.of();
    return new FoundRow(
        Row.of(found.entry(), inTitle, library.zone()),
        hit.snippets().stream().map(SearchPage::passage).toList(),
        hit.partial() ? hit.lack().inWords() : "",
        also(found));
  }

  private static Passage passage(Snippet snippet) {
    return new Passage(snippet.field().label(), Piece.of(snippet.text(), snippet.highlights()));
  }

  private static String also(Finder.Found found) {
    Long under = found.under();
    if (under == null) {
      return "";
    }
    return found.hit().original() != null || found.whole() == null
        ? "nearly the same text as #" + under
        : "of the same %s as #%d".formatted(found.whole().noun(), under);
  }

  private static List<Link> orders(String query) {
    return Arrays.stream(SortOrder.values())
        .map(SortOrder::label)
        .map(name -> Link.to(name, Link.asking("/", query, "sort", name)))
        .toList();
  }

  /// The query in every format.
  static List<Link> exports(String query) {
    return Arrays.stream(ExportFormat.values())
        .map(ExportFormat::label)
        .map(label ->
            Link.to(Characters.oneLine(label), Link.asking("/export", query, "format", label)))
        .toList();
  }
}
