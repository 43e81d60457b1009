package zhai.serve;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhai.library.Library;

/// Every address that the reader answers, and what answers it.
final class Routes {
  /// Enough for any note and any selection.
  static final int MAX_BODY_BYTES = 1 << 20;

  private final Library library;
  private final Templates templates;
  private final Fetching fetching;
  private final Ways ways;

  /// The ways in.
  ///
  /// @param sourcePort where pages are shown as they came
  record Ways(Keys keys, Door door, int sourcePort) {}

  Routes(Library library, Templates templates, Fetching fetching, Ways ways) {
    this.library = library;
    this.templates = templates;
    this.fetching = fetching;
    this.ways = ways;
  }

  List<Route> all() {
    return Stream.of(pages(), assets(), new Api(library, fetching).routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> pages() {
    String key = ways.keys().page();
    SmallPages small = new SmallPages(library, templates, key, fetching);
    return List.of(
        Route.get("/", new SearchPage(library, templates, key)::answer),
        Route.get("/list", new ListPage(library, templates, key)::answer),
        Route.get("/entry/{id}", new EntryPage(library, templates, key, ways.sourcePort())::answer),
        Route.get("/image/{sha256}", this::image),
        Route.get("/add", _ -> small.add()),
        Route.get("/status", _ -> small.status()),
        Route.get("/save", small::save),
        Route.get("/bookmarklet", small::bookmarklet),
        Route.get("/help", _ -> small.help()),
        Route.get("/export", new Download(library)::answer),
        Route.get(Door.ENTRANCE, this::enter));
  }

  private static List<Route> assets() {
    Assets assets = new Assets();
    return List.of(
        Route.get("/assets/{name}", assets::ofUs),
        Route.get("/assets/katex/{name}", assets::ofKatex),
        Route.get("/assets/katex/fonts/{name}", assets::katexFont),
        Route.get("/assets/highlight/{name}", assets::ofHighlight));
  }

  /// A picture that is kept; its kind is what its first bytes say, never what a page said.
  private Reply image(Asked asked) {
    return library
        .image(asked.place("sha256"))
        .map(image -> new Reply(200, image.type().mediaType(), image.bytes(), Map.of()))
        .orElseThrow(() -> new HttpFailure(404, "there is no such picture"));
  }

  /// Gives the browser its cookie; the library stays as it is.
  private Reply enter(Asked asked) {
    if (!Keys.same(ways.keys().link(), asked.text("key"))) {
      throw new HttpFailure(
          401, "that link is of an earlier start; use the one that `zhai serve` printed last");
    }
    return Reply.seeOther("/").with("Set-Cookie", ways.door().cookie());
  }
}
