package zhai.extract.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import zhai.extract.Page;
import zhai.extract.PageFacts;
import zhai.extract.PageSelector;
import zhai.extract.SiteReader;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Found;
import zhai.extract.SiteReading.Refused;
import zhai.extract.SiteReading.Unsure;
import zhai.extract.site.ZhihuAddress.Kind;
import zhai.model.Verdict;

/// Reads Zhihu: answers, articles, questions with their answers, pins and videos, from pages (saved
/// or fetched) and from answers of Zhihu's interface.
///
/// The address says what is asked for. It is looked up by its id in the page's JSON, which is whole
/// where the page itself folds and shortens; then in what the page shows. Only when it is in
/// neither the page is asked whether it is a wall: Zhihu puts its login over complete answers.
final class ZhihuReader implements SiteReader {
  private static final PageSelector MARKS =
      PageSelector.parse(
          "script#js-initialData, meta#zh-zse-ck, .AnswerItem[data-zop], .Post-RichText,"
              + " .Unhuman, img[eeimg], sup[data-draft-type=reference], body > p[data-pid]");

  private static final ObjectMapper JSON = new ObjectMapper();
  private final Walls walls = Walls.load("zhihu-walls.txt");
  private final ZhihuErrors errors = ZhihuErrors.load();

  @Override
  public boolean knows(Page page) {
    return switch (page) {
      case Page.Html html -> ZhihuAddress.isZhihu(page.address()) || html.index().has(MARKS);
      case Page.Json json -> ZhihuAddress.isZhihu(page.address()) || errors.areZhihus(json.root());
      case Page.Plain _, Page.Pdf _, Page.Epub _, Page.Unreadable _ -> false;
    };
  }

  @Override
  public SiteReading read(Page page) {
    return switch (page) {
      case Page.Html html -> readHtml(html.address(), html.document());
      case Page.Json json -> readJson(json.address(), json.root());
      case Page.Plain _, Page.Pdf _, Page.Epub _, Page.Unreadable _ -> new Unsure(PageFacts.NONE);
    };
  }

  private SiteReading readJson(String address, JsonNode root) {
    Optional<ZhihuAddress> asked = ZhihuAddress.parse(address);
    Optional<Refused> refused = errors.find(root);
    if (refused.isPresent()) {
      return refused.get();
    }
    return asked
        .map(found -> fromEntities(ZhihuEntities.of(root, found), found).orElseGet(this::wrongPage))
        .orElseGet(() -> new Unsure(PageFacts.NONE));
  }

  private SiteReading readHtml(String address, Document document) {
    Optional<ZhihuAddress> asked =
        ZhihuAddress.parse(address).or(() -> new ZhihuDom(document).ownAddress());
    Optional<SiteReading> found =
        asked
            .filter(known -> known.kind() != Kind.LISTING)
            .flatMap(known -> fromPage(document, known));
    return found
        .or(() -> walls.find(document))
        .or(() -> jsonBody(document))
        .or(() -> fragment(document))
        .orElseGet(() -> unfound(asked, document));
  }

  private static Optional<SiteReading> fromPage(Document document, ZhihuAddress asked) {
    return fromEntities(ZhihuEntities.of(document), asked)
        .or(() -> new ZhihuDom(document).read(asked));
  }

  private static Optional<SiteReading> fromEntities(ZhihuEntities entities, ZhihuAddress asked) {
    return new ZhihuJson(entities).read(asked);
  }

  /// A refusal of the interface that came as a page.
  private Optional<SiteReading> jsonBody(Document document) {
    String text = document.body().text().strip();
    if (!text.startsWith("{") || text.length() > 5_000) {
      return Optional.empty();
    }
    try {
      return errors.find(JSON.readTree(text)).map(refused -> refused);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /// A body alone, as tools copy it out of the interface: no page around it that could say more.
  private static Optional<SiteReading> fragment(Document document) {
    boolean alone =
        document.selectFirst("body > p[data-pid]") != null
            && document.selectFirst("#root, #js-initialData, .App-main") == null;
    Element body = document.body();
    return alone
        ? Optional.of(new Found(Verdict.READ, PageFacts.NONE, ZhihuContent.copy(body)))
        : Optional.empty();
  }

  private SiteReading unfound(Optional<ZhihuAddress> asked, Document document) {
    if (asked.isEmpty()) {
      return new Unsure(PageFacts.NONE);
    }
    if (asked.get().kind() == Kind.LISTING) {
      return new Refused(
          Verdict.NOT_ARTICLE, "This is a listing of Zhihu's, not one answer or article.");
    }
    boolean hasMarks = document.selectFirst("#js-initialData, .AnswerItem, .Post-RichText") != null;
    if (hasMarks) {
      return wrongPage();
    }
    return document.body().text().length() < 200
        ? new Refused(Verdict.EMPTY, "Zhihu sent a page without its content.")
        : new Unsure(PageFacts.NONE);
  }

  private SiteReading wrongPage() {
    return new Refused(
        Verdict.WRONG_PAGE, "A Zhihu page came, but what was asked for is not on it.");
  }
}
