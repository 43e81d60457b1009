package zhai.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the article on a page: takes out what surrounds it, asks several independent methods where
/// it is, chooses between their answers, and cleans what was chosen.
///
/// @param element the article, detached from its page; its base address is kept
/// @param method which method's answer it is
/// @param conversation whether the page is a thread or a question with answers
/// @param weight see {@link TextWeight}
record MainContent(Element element, Candidate.Method method, boolean conversation, double weight) {

  /// Below this the surroundings are not taken out: the page is so short that they may be all it
  /// has.
  private static final double MIN_WEIGHT = 200;

  static MainContent find(Page.Html page, StructuredData data, @Nullable String title) {
    boolean conversation = Conversation.isOne(page, data);
    MainContent strict = attempt(page, data, conversation, title);
    MainContent chosen = strict;
    if (strict.weight() < MIN_WEIGHT) {
      MainContent lenient = lenient(page, data, conversation, title);
      chosen = lenient.weight() > strict.weight() * 3 + 40 ? lenient : strict;
    }
    return chosen;
  }

  private static MainContent attempt(
      Page.Html page, StructuredData data, boolean conversation, @Nullable String title) {
    Element body = page.document().clone().body();
    Pruning.machinery(body);
    Pruning.surroundings(body, conversation);
    return choose(body, data, conversation, title);
  }

  private static MainContent lenient(
      Page.Html page, StructuredData data, boolean conversation, @Nullable String title) {
    Element body = page.document().clone().body();
    Pruning.machinery(body);
    return choose(body, data, conversation, title);
  }

  private static MainContent choose(
      Element body, StructuredData data, boolean conversation, @Nullable String title) {
    BlockMap map = BlockMap.of(body);
    List<Candidate> candidates = candidates(body, map, data, conversation);
    Candidate chosen =
        Objects.requireNonNull(CandidateChooser.choose(candidates, map, heading(body, title)));
    boolean wholePage = chosen.parts().getFirst().equals(body);
    Element element = together(chosen.parts(), body.baseUri());
    if (!wholePage) {
      Trimming.title(element, title);
    }
    Trimming.trim(element);
    return new MainContent(element, chosen.method(), conversation, TextWeight.of(element.text()));
  }

  /// The heading with the page's title, or else its only `h1`.
  private static @Nullable Element heading(Element body, @Nullable String title) {
    List<Element> headings = body.select("h1, h2");
    for (Element heading : headings) {
      if (title != null && Trimming.isSame(heading.text(), title)) {
        return heading;
      }
    }
    List<Element> first = body.select("h1");
    return first.size() == 1 ? first.getFirst() : null;
  }

  private static List<Candidate> candidates(
      Element body, BlockMap map, StructuredData data, boolean conversation) {
    List<Candidate> candidates = new ArrayList<>();
    String articleBody = data.articleBody();
    add(candidates, articleBody == null ? null : StructuredBody.find(body, articleBody));
    add(candidates, conversation ? Conversation.posts(body, map) : null);
    candidates.addAll(NamedContainers.find(body, map));
    add(candidates, ScoredParagraphs.find(body, map));
    add(candidates, ProseStretch.find(body, map));
    candidates.add(Candidate.of(Candidate.Method.BODY, body));
    return candidates;
  }

  private static void add(List<Candidate> candidates, @Nullable Candidate candidate) {
    if (candidate != null) {
      candidates.add(candidate);
    }
  }

  private static Element together(List<Element> parts, String address) {
    Element main = new Element("div");
    main.setBaseUri(address);
    parts.forEach(main::appendChild);
    return main;
  }
}
