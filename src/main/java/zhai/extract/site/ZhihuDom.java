package zhai.extract.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.extract.PageFacts;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Found;
import zhai.extract.site.ZhihuAddress.Kind;
import zhai.model.PageDate;
import zhai.model.Verdict;

/// What was asked for, out of what a Zhihu page shows: for pages saved without their scripts. In
/// the order of how long they last: `data-zop` and `itemprop`, then class names; never the
/// generated ones (`css-…`).
record ZhihuDom(Document document) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BODY =
      ".RichContent-inner .RichText, .RichContent-inner [itemprop=text]";
  private static final String ARTICLE_BODY = ".Post-RichText, .Post-RichTextContainer .RichText";
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  /// What the page itself says that it is; `og:url` is wrong on some answer pages.
  Optional<ZhihuAddress> ownAddress() {
    return Stream.of(
            ".QuestionAnswer-content .AnswerItem > meta[itemprop=url]",
            "link[rel=canonical]",
            "meta[property=og:url]",
            ".AnswerItem > meta[itemprop=url]")
        .flatMap(selector -> document.select(selector).stream().limit(1))
        .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("content"))
        .flatMap(address -> ZhihuAddress.parse(address).stream())
        .findFirst();
  }

  /// Empty if it is not there.
  Optional<SiteReading> read(ZhihuAddress asked) {
    return switch (asked.kind()) {
      case ANSWER ->
          cards().filter(card -> id(card).equals(asked.id())).findFirst().flatMap(this::answer);
      case ARTICLE -> article(asked);
      case QUESTION -> question(asked);
      case PIN, VIDEO, LISTING -> Optional.empty();
    };
  }

  private Stream<Element> cards() {
    return document.select(".AnswerItem").stream();
  }

  private static String id(Element card) {
    return card.hasAttr("name") ? card.attr("name") : zop(card).path("itemId").asText("");
  }

  private static JsonNode zop(Element card) {
    try {
      return card.hasAttr("data-zop")
          ? JSON.readTree(card.attr("data-zop"))
          : MissingNode.getInstance();
    } catch (JsonProcessingException _) {
      // Only one of several places that name the author and the title.
      return MissingNode.getInstance();
    }
  }

  private Optional<SiteReading> answer(Element card) {
    return Optional.ofNullable(card.selectFirst(BODY))
        .filter(body -> !body.text().isBlank() || body.selectFirst("img") != null)
        .map(body -> new Found(Verdict.READ, answerFacts(card), ZhihuContent.copy(body)));
  }

  private PageFacts answerFacts(Element card) {
    String question = questionId();
    ZhihuAddress address = new ZhihuAddress(Kind.ANSWER, id(card));
    return new PageFacts(
        first(questionTitle(), zop(card).path("title").asText("")),
        author(card),
        "知乎",
        null,
        date(card, "dateCreated"),
        date(card, "dateModified"),
        address.canonical(question),
        null,
        null);
  }

  private static @Nullable String author(Element card) {
    Element name = card.selectFirst(".AuthorInfo meta[itemprop=name], .AuthorInfo-name");
    String shown = name == null ? "" : name.hasAttr("content") ? name.attr("content") : name.text();
    return first(zop(card).path("authorName").asText(""), shown);
  }

  private static @Nullable String first(String trusted, String other) {
    return ZhihuContent.orNull(trusted.isBlank() ? other : trusted);
  }

  private String questionTitle() {
    Element heading = document.selectFirst("h1.QuestionHeader-title");
    return heading == null ? content(".QuestionPage > meta[itemprop=name]") : heading.text();
  }

  private String questionId() {
    return Stream.of(
            content(".QuestionPage > meta[itemprop=url]"),
            content(".AnswerItem > meta[itemprop=url]"))
        .map(address -> address.replaceFirst(".*/question/(\\d+).*", "$1"))
        .filter(id -> id.matches("\\d+"))
        .findFirst()
        .orElse("");
  }

  private String content(String selector) {
    Element meta = document.selectFirst(selector);
    return meta == null ? "" : meta.attr("content").strip();
  }

  private static @Nullable PageDate date(Element scope, String property) {
    Element meta = scope.selectFirst("meta[itemprop=" + property + "]");
    if (meta == null) {
      return null;
    }
    try {
      OffsetDateTime at = OffsetDateTime.parse(meta.attr("content").strip());
      return PageDate.of(at.withOffsetSameInstant(ZONE));
    } catch (DateTimeException _) {
      return null;
    }
  }

  private Optional<SiteReading> article(ZhihuAddress asked) {
    Element body = document.selectFirst(ARTICLE_BODY);
    boolean other = ownAddress().filter(own -> !own.equals(asked)).isPresent();
    if (body == null || other) {
      return Optional.empty();
    }
    Element title = document.selectFirst("h1.Post-Title");
    PageFacts facts =
        new PageFacts(
            title == null ? null : ZhihuContent.orNull(title.text()),
            ZhihuContent.orNull(
                content("[itemprop=author] meta[itemprop=name], .Post-Author meta[itemprop=name]")),
            "知乎",
            null,
            date(document, "datePublished"),
            date(document, "dateModified"),
            asked.canonical(""),
            null,
            null);
    return Optional.of(new Found(Verdict.READ, facts, ZhihuContent.copy(body)));
  }

  private Optional<SiteReading> question(ZhihuAddress asked) {
    boolean same = questionId().equals(asked.id());
    Element page = document.selectFirst(".QuestionPage");
    if (!same || page == null) {
      return Optional.empty();
    }
    Element content = ZhihuContent.box();
    Element detail = document.selectFirst(".QuestionRichText .RichText, .QuestionRichText");
    if (detail != null) {
      ZhihuContent.append(content, ZhihuContent.copy(detail), asked.id());
    }
    cards().toList().forEach(card -> appendAnswer(content, card, asked.id()));
    if (content.text().isBlank()) {
      content.appendElement("p").text(questionTitle());
    }
    PageFacts facts =
        new PageFacts(
            ZhihuContent.orNull(questionTitle()),
            null,
            "知乎",
            null,
            date(page, "dateCreated"),
            date(page, "dateModified"),
            asked.canonical(""),
            null,
            null);
    return Optional.of(new Found(Verdict.READ, facts, content));
  }

  private static void appendAnswer(Element content, Element card, String question) {
    List<Element> bodies = card.select(BODY);
    if (bodies.isEmpty()) {
      return;
    }
    String address = new ZhihuAddress(Kind.ANSWER, id(card)).canonical(question);
    String name = author(card);
    Element heading = content.appendElement("h2");
    heading.appendElement("a").attr("href", address).text(name == null ? "" : name);
    ZhihuContent.append(content, ZhihuContent.copy(bodies.getFirst()), id(card));
  }
}
