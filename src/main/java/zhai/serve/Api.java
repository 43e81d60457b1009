package zhai.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.JsonText;
import zhai.index.SortOrder;
import zhai.library.Addition;
import zhai.library.Desk;
import zhai.library.Finder;
import zhai.library.Intake;
import zhai.library.Library;
import zhai.library.Receipt;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.ReadingState;
import zhai.model.Tag;

/// The HTTP API, for our own pages' scripts and for other programs. `openapi.json` describes it,
/// and a test holds the two together.
final class Api {
  static final String ROOT = "/api/v1";

  private static final int USUAL = 20;
  private static final int MOST = 500;

  private final Library library;
  private final Fetching fetching;

  Api(Library library, Fetching fetching) {
    this.library = library;
    this.fetching = fetching;
  }

  List<Route> routes() {
    return List.of(
        Route.get(ROOT + "/openapi.json", _ -> description()),
        Route.get(ROOT + "/search", this::search),
        Route.get(ROOT + "/facets", this::facets),
        Route.get(ROOT + "/tags", _ -> tags()),
        Route.get(ROOT + "/status", _ -> status()),
        Route.get(ROOT + "/export", new Download(library)::answer),
        Route.get(ROOT + "/bookmarks", this::list),
        Route.post(ROOT + "/bookmarks", this::add),
        Route.get(ROOT + "/bookmarks/{id}", this::show),
        Route.post(ROOT + "/bookmarks/{id}", this::edit),
        Route.post(ROOT + "/bookmarks/{id}/tags", this::tag),
        Route.post(ROOT + "/bookmarks/{id}/marks", this::mark),
        Route.post(ROOT + "/bookmarks/{id}/marks/{mark}/remove", this::removeMark),
        Route.post(ROOT + "/bookmarks/{id}/fetch", this::fetch));
  }

  private static Reply description() {
    return new Reply(200, Reply.JSON, Assets.ours("openapi.json"), Map.of());
  }

  private Reply search(Asked asked) {
    int limit = Math.max(1, asked.number("limit", USUAL, MOST));
    Finder.Answer answer =
        new Finder(library).search(asked.text("q"), limit, asked.sort(SortOrder.RELEVANCE));
    return Reply.json(200, ApiJson.answer(answer));
  }

  private Reply facets(Asked asked) {
    return Reply.json(200, ApiJson.facets(new Finder(library).facets(asked.text("q"))));
  }

  private Reply tags() {
    ObjectNode json = JsonText.object();
    ArrayNode tags = json.putArray("tags");
    library
        .tags()
        .forEach(
            it -> tags.addObject().put("tag", it.tag().label()).put("bookmarks", it.bookmarks()));
    return Reply.json(200, json);
  }

  private Reply status() {
    ObjectNode json = JsonText.object();
    json.put("bookmarks", new Finder(library).selectIds("").size());
    json.put("waiting", new Finder(library).unread().size());
    fetching.running().forEach(json.putArray("running")::add);
    json.put("notIndexed", library.unindexed());
    return Reply.json(200, json);
  }

  private Reply list(Asked asked) {
    List<Long> ids = new Finder(library).selectIds(asked.text("q"), asked.sort(SortOrder.NEWEST));
    int from = Math.min(ids.size(), asked.number("offset", 0, Integer.MAX_VALUE));
    int to = Math.min(ids.size(), from + asked.number("limit", USUAL, MOST));
    ObjectNode json = JsonText.object().put("total", ids.size());
    ArrayNode bookmarks = json.putArray("bookmarks");
    library.outlines(ids.subList(from, to)).forEach(it -> bookmarks.add(ApiJson.bookmark(it)));
    return Reply.json(200, json);
  }

  private Reply show(Asked asked) {
    return Reply.json(200, ApiJson.whole(entry(asked)));
  }

  private Entry entry(Asked asked) {
    return library.entry(asked.number("id"));
  }

  private Reply add(Asked asked) {
    Body body = Body.of(asked, Set.of("url", "title", "tags", "excerpts", "notes", "fetch"));
    Instant now = library.now();
    List<Mark> marks = new ArrayList<>();
    for (Body excerpt : body.objects("excerpts", Set.of("quote", "comment"))) {
      marks.add(Mark.Excerpt.of(excerpt.needed("quote"), comment(excerpt), now));
    }
    body.texts("notes").forEach(it -> marks.add(Mark.Note.of(it, now)));
    Addition addition =
        new Addition(
            library.rules().identify(body.needed("url")),
            title(body),
            marks,
            tags(body.texts("tags")));
    Receipt receipt = Intake.store(library, addition);
    library.catchUp();
    boolean asking =
        !Boolean.FALSE.equals(body.flag("fetch"))
            && Intake.wantsVisit(library, receipt)
            && fetching.ask(receipt.id());
    ObjectNode json = ApiJson.whole(library.entry(receipt.id()));
    return Reply.json(receipt.isNew() ? 201 : 200, json.put("fetching", asking));
  }

  private static @Nullable String title(Body body) {
    String title = body.text("title");
    return title == null || title.isBlank() ? null : title.strip();
  }

  private static @Nullable String comment(Body excerpt) {
    String comment = excerpt.text("comment");
    return comment == null || comment.isBlank() ? null : comment;
  }

  private static List<Tag> tags(List<String> labels) {
    return labels.stream().map(Tag::new).toList();
  }

  private Reply edit(Asked asked) {
    Body body = Body.of(asked, Set.of("title", "state", "starred"));
    String state = body.text("state");
    Desk.Edit edit =
        new Desk.Edit(
            body.text("title"), state == null ? null : state(state), body.flag("starred"));
    return changed(new Desk(library).edit(entry(asked), edit));
  }

  private static ReadingState state(String label) {
    try {
      return ReadingState.ofLabel(label);
    } catch (IllegalArgumentException _) {
      throw new HttpFailure(400, "“state” is read or unread");
    }
  }

  private Reply tag(Asked asked) {
    Body body = Body.of(asked, Set.of("add", "remove"));
    return changed(
        new Desk(library).tag(entry(asked), tags(body.texts("add")), tags(body.texts("remove"))));
  }

  private Reply mark(Asked asked) {
    Body body = Body.of(asked, Set.of("quote", "comment", "note", "tags"));
    boolean isNote = body.text("note") != null;
    if (isNote == (body.text("quote") != null)) {
      throw new HttpFailure(400, "a mark is either a “quote” or a “note”");
    }
    Instant now = library.now();
    Mark mark =
        isNote
            ? Mark.Note.of(body.needed("note"), now)
            : Mark.Excerpt.of(body.needed("quote"), comment(body), now);
    Desk desk = new Desk(library);
    Entry marked = desk.addMarks(entry(asked), List.of(mark));
    List<Tag> tags = tags(body.texts("tags"));
    return changed(tags.isEmpty() ? marked : desk.tag(marked, tags, List.of()));
  }

  private Reply removeMark(Asked asked) {
    Body.of(asked, Set.of());
    Entry entry = entry(asked);
    long mark = asked.number("mark");
    if (entry.marks().stream().noneMatch(it -> it.id() == mark)) {
      throw new HttpFailure(404, "there is no mark %d here".formatted(mark));
    }
    return changed(new Desk(library).removeMark(entry, mark));
  }

  private Reply fetch(Asked asked) throws IOException {
    Body.of(asked, Set.of());
    Entry entry = entry(asked);
    ObjectNode json = ApiJson.whole(entry);
    return Reply.json(202, json.put("fetching", fetching.ask(entry.bookmark().id())));
  }

  private Reply changed(Entry entry) {
    library.catchUp();
    return Reply.json(200, ApiJson.whole(entry));
  }
}
