package zhai.serve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.index.SortOrder;
import zhai.library.Finder;
import zhai.library.Library;
import zhai.query.QueryException;

/// `/list`: everything that a query selects, a page at a time, in the order wished.
final class ListPage {
  private static final int PER_PAGE = 50;
  private static final int MOST_PAGES = 1_000_000;

  private final Library library;
  private final Templates templates;
  private final String key;

  ListPage(Library library, Templates templates, String key) {
    this.library = library;
    this.templates = templates;
    this.key = key;
  }

  /// An order to choose.
  record Order(String name, String selected) {}

  /// All that is on the page.
  record View(
      Shell shell,
      SearchPage.@Nullable Problem problem,
      String query,
      String summary,
      List<Row> rows,
      List<Order> orders,
      @Nullable Link before,
      @Nullable Link after,
      List<Link> exports) {}

  Reply answer(Asked asked) {
    String query = asked.text("q");
    SortOrder order = asked.sort(SortOrder.NEWEST);
    int page = Math.max(1, asked.number("page", 1, MOST_PAGES));
    try {
      return Reply.html(200, templates.fill("list", view(query, order, page)));
    } catch (QueryException wrong) {
      SearchPage.Problem problem = SearchPage.Problem.of(wrong);
      Shell shell = new Shell("Reading list", key, "");
      return Reply.html(
          400,
          templates.fill(
              "list",
              new View(
                  shell, problem, query, "", List.of(), orders(order), null, null, List.of())));
    }
  }

  private View view(String query, SortOrder order, int page) {
    List<Long> ids = new Finder(library).selectIds(query, order);
    int from = Math.min(ids.size(), (page - 1) * PER_PAGE);
    int to = Math.min(ids.size(), from + PER_PAGE);
    List<Row> rows =
        library.outlines(ids.subList(from, to)).stream()
            .map(entry -> Row.of(entry, library.zone()))
            .toList();
    String range = rows.isEmpty() ? "none" : "%,d to %,d".formatted(from + 1, to);
    return new View(
        new Shell("Reading list", key, ""),
        null,
        query,
        "%,d bookmarks, %s shown.".formatted(ids.size(), range),
        rows,
        orders(order),
        page > 1 ? Link.to("← Before", turn(query, order, page - 1)) : null,
        to < ids.size() ? Link.to("After →", turn(query, order, page + 1)) : null,
        SearchPage.exports(query));
  }

  private static String turn(String query, SortOrder order, int page) {
    return Link.asking("/list", query, "sort", order.label(), "page", Integer.toString(page));
  }

  private static List<Order> orders(SortOrder chosen) {
    return Arrays.stream(SortOrder.values())
        .filter(order -> order != SortOrder.RELEVANCE)
        .map(order -> new Order(order.label(), order == chosen ? "selected" : ""))
        .toList();
  }
}
