package zhai.extract.site;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import zhai.extract.Page;
import zhai.extract.PageFacts;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Found;
import zhai.extract.SiteReading.Refused;
import zhai.extract.SiteReading.Unsure;
import zhai.extract.site.FactRules.Fact;
import zhai.extract.site.FactRules.Finding;
import zhai.model.Verdict;
import zhai.url.AddressPattern;

/// One section of a site's file: how pages of one kind are known, and where things stand on them.
/// The latter takes some work to understand, and most runs of zhai read pages of one kind: it is
/// done for the first page of the kind.
final class PageKind {
  private final String name;
  private final Recognition recognition;
  private final Supplier<Places> maker;
  private @Nullable Places made;

  /// @param name of the section; empty if the file has none
  /// @param maker asked once
  PageKind(String name, Recognition recognition, Supplier<Places> maker) {
    this.name = name;
    this.recognition = recognition;
    this.maker = maker;
  }

  String name() {
    return name;
  }

  Recognition recognition() {
    return recognition;
  }

  /// Where things stand on such pages.
  synchronized Places places() {
    Places ready = made;
    if (ready == null) {
      ready = maker.get();
      made = ready;
    }
    return ready;
  }

  record Places(
      Map<String, PageData.Definition> data, FactRules facts, BodyRules body, List<Wall> walls) {}

  /// How a page is known to be of this kind.
  ///
  /// @param needs elements without which it is none
  /// @param json whether the page is an answer of the site's interface, not HTML
  record Recognition(List<Match> matches, List<Mark> marks, List<Selection> needs, boolean json) {}

  /// A pattern of addresses.
  record Match(String written, int line, AddressPattern pattern) {}

  /// What the rules found on a page, and where.
  ///
  /// @param facts by kind
  /// @param body null if there is not enough text in the places of the rules
  record Findings(SiteReading reading, Map<Fact, Finding> facts, BodyRules.@Nullable Found body) {}

  /// What the pattern captured from the address, if it is one of this kind's.
  Optional<Map<String, String>> match(AddressPattern.Subject subject) {
    for (Match match : recognition.matches()) {
      Optional<Map<String, String>> captured = match.pattern().match(subject);
      if (captured.isPresent()) {
        return captured;
      }
    }
    return Optional.empty();
  }

  /// Whether the page has what this kind of page can't be without.
  boolean fits(Page page, Map<String, String> captured) {
    return switch (page) {
      case Page.Html html ->
          !recognition.json()
              && recognition.needs().stream()
                  .allMatch(need -> need.isIn(html.document(), captured));
      case Page.Json _ -> recognition.json();
      case Page.Plain _, Page.Pdf _, Page.Epub _, Page.Unreadable _ -> false;
    };
  }

  Findings read(Page page, Map<String, String> captured) {
    Places places = places();
    Scope scope = scope(page, captured);
    Map<Fact, Finding> found = places.facts.find(scope);
    PageFacts known = places.facts.facts(found, captured);
    // An error page's content is for the general extractor to judge.
    Optional<BodyRules.Found> text =
        page.snapshot().status() >= 400 ? Optional.empty() : places.body.find(scope);
    SiteReading reading =
        text.<SiteReading>map(content -> new Found(verdict(scope), known, content.element()))
            .or(() -> wall(scope))
            .orElseGet(() -> new Unsure(known));
    return new Findings(reading, found, text.orElse(null));
  }

  private Scope scope(Page page, Map<String, String> captured) {
    Map<String, PageData.Definition> data = places().data;
    return switch (page) {
      case Page.Html html ->
          new Scope(
              html.document(),
              null,
              new PageData(html.document(), MissingNode.getInstance(), data),
              captured);
      case Page.Json json -> {
        Document empty = Document.createShell(page.address());
        yield new Scope(empty, null, new PageData(empty, json.root(), data), captured);
      }
      case Page.Plain _, Page.Pdf _, Page.Epub _, Page.Unreadable _ ->
          throw new IllegalArgumentException("no rules for " + page.getClass().getSimpleName());
    };
  }

  private Verdict verdict(Scope scope) {
    return places().walls.stream()
            .anyMatch(wall -> wall.verdict() == Verdict.PREVIEW && wall.stands(scope))
        ? Verdict.PREVIEW
        : Verdict.READ;
  }

  private Optional<SiteReading> wall(Scope scope) {
    return places().walls.stream()
        .filter(wall -> !wall.verdict().carriesArticle() && wall.stands(scope))
        .findFirst()
        .map(wall -> new Refused(wall.verdict(), wall.sentence()));
  }
}
