package zhai.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.extract.PageFacts;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Found;
import zhai.extract.SiteReading.Refused;
import zhai.extract.site.ZhihuAddress.Kind;
import zhai.model.Verdict;

/// What was asked for, out of Zhihu's JSON.
record ZhihuJson(ZhihuEntities entities) {

  /// Empty if it is not there.
  Optional<SiteReading> read(ZhihuAddress asked) {
    return switch (asked.kind()) {
      case QUESTION -> question(asked);
      case ANSWER, ARTICLE -> entities.find(asked).map(entity -> single(asked, entity));
      case PIN -> entities.find(asked).map(entity -> pin(asked, entity));
      case VIDEO -> entities.find(asked).map(entity -> video(asked, entity));
      case LISTING -> Optional.empty();
    };
  }

  private SiteReading single(ZhihuAddress asked, ZhihuEntity entity) {
    String html = entity.contentHtml();
    String excerpt = entity.excerpt();
    if (html.isEmpty() && excerpt == null) {
      return new Refused(Verdict.EMPTY, "Zhihu's page has the entry, but no text in it.");
    }
    boolean cut = entity.isCut() || html.isEmpty();
    Element content =
        html.isEmpty() ? paragraph(excerpt == null ? "" : excerpt) : ZhihuContent.parse(html);
    return found(cut, facts(asked, entity), content);
  }

  private static SiteReading found(boolean cut, PageFacts facts, Element content) {
    return new Found(cut ? Verdict.PREVIEW : Verdict.READ, facts, content);
  }

  private static Element paragraph(String text) {
    Element box = ZhihuContent.box();
    box.appendElement("p").text(text);
    return box;
  }

  private PageFacts facts(ZhihuAddress asked, ZhihuEntity entity) {
    return new PageFacts(
        ZhihuContent.orNull(title(asked, entity)),
        entity.author(),
        "知乎",
        null,
        entity.created(),
        entity.updated(),
        asked.canonical(questionId(entity)),
        entity.excerpt(),
        leadImage(entity));
  }

  private static String questionId(ZhihuEntity entity) {
    String id = entity.child("question").id();
    return id.isEmpty() ? entity.text("questionId") : id;
  }

  /// An answer's title is its question's.
  private String title(ZhihuAddress asked, ZhihuEntity entity) {
    if (asked.kind() != Kind.ANSWER) {
      return entity.text("title");
    }
    String own = entity.child("question").text("title");
    return own.isEmpty()
        ? entities
            .find(new ZhihuAddress(Kind.QUESTION, questionId(entity)))
            .map(question -> question.text("title"))
            .orElse("")
        : own;
  }

  private static @Nullable String leadImage(ZhihuEntity entity) {
    return Stream.of("titleImage", "imageUrl")
        .map(entity::text)
        .filter(address -> address.startsWith("http"))
        .findFirst()
        .orElse(null);
  }

  /// The question's own text, then every answer that came, each under its author's name. Feeds have
  /// the question only inside the answers.
  private Optional<SiteReading> question(ZhihuAddress asked) {
    List<ZhihuEntity> answers = entities.answersTo(asked.id());
    return entities
        .find(asked)
        .or(() -> answers.stream().findFirst().map(answer -> answer.child("question")))
        .map(question -> question(asked, question, answers));
  }

  private SiteReading question(
      ZhihuAddress asked, ZhihuEntity question, List<ZhihuEntity> answers) {
    Element content = ZhihuContent.box();
    ZhihuContent.append(content, ZhihuContent.parse(question.text("detail")), asked.id());
    for (ZhihuEntity answer : answers) {
      String name = answer.author() == null ? "" : answer.author();
      ZhihuAddress address = new ZhihuAddress(Kind.ANSWER, answer.id());
      Element heading = content.appendElement("h2");
      heading.appendElement("a").attr("href", address.canonical(asked.id())).text(name);
      ZhihuContent.append(content, ZhihuContent.parse(answer.contentHtml()), answer.id());
    }
    if (content.text().isBlank()) {
      content.appendElement("p").text(question.text("title"));
    }
    return found(false, facts(asked, question), content);
  }

  /// A pin's content is a list of pieces: text, pictures, links, videos.
  private SiteReading pin(ZhihuAddress asked, ZhihuEntity pin) {
    Element content = ZhihuContent.box();
    for (JsonNode piece : pin.get("content")) {
      appendPiece(content, new ZhihuEntity(piece));
    }
    if (content.childNodeSize() == 0) {
      content.append(pin.contentHtml());
    }
    return found(pin.isCut(), facts(asked, pin), ZhihuContent.normalise(content));
  }

  private static void appendPiece(Element content, ZhihuEntity piece) {
    String address = piece.text("url");
    switch (piece.text("type")) {
      case "text" -> content.appendElement("div").append(piece.text("content"));
      case "image" -> {
        String original = piece.text("originalUrl");
        content
            .appendElement("p")
            .appendElement("img")
            .attr("src", original.isEmpty() ? address : original);
      }
      default -> {
        String title = piece.text("title");
        Element link = content.appendElement("p").appendElement("a").attr("href", address);
        link.text(title.isEmpty() ? address : title);
      }
    }
  }

  private SiteReading video(ZhihuAddress asked, ZhihuEntity video) {
    Element content = ZhihuContent.parse(video.text("description"));
    String address = asked.canonical("");
    content.appendElement("p").appendElement("a").attr("href", address).text(video.text("title"));
    return found(false, facts(asked, video), content);
  }
}
