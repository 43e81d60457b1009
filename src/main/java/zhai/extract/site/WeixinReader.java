package zhai.extract.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.extract.Page;
import zhai.extract.PageFacts;
import zhai.extract.SiteReader;
import zhai.extract.SiteReading;
import zhai.extract.SiteReading.Found;
import zhai.extract.SiteReading.Refused;
import zhai.extract.SiteReading.Unsure;
import zhai.model.PageDate;
import zhai.model.Verdict;

/// Reads articles of WeChat's public accounts.
///
/// The body is `#js_content`, hidden until a script shows it; most facts stand only in scripts (the
/// visible date says «昨天»). Posts of pictures and of text alone have no `#js_content`: their text
/// and pictures are in scripts too. A page that has WeChat's marks and neither is a wall.
final class WeixinReader implements SiteReader {
  private static final String MARKS =
      "#js_content.rich_media_content, #activity-name.rich_media_title, #js_verify,"
          + " #js_article.rich_media, link[href*='res.wx.qq.com/mmbizappmsg']";

  /// What stands inside the body without being the author's: cards of accounts, codes to scan,
  /// players' controls, line numbers.
  private static final String DROPPED =
      ".jump_author_avatar, mp-common-profile, mp-common-cpsad, mp-common-product,"
          + " mp-common-mpaudio, .qr_code_pc_outer, .js_product_container,"
          + " .code-snippet__line-index, .original_primary_card_tips, .js_img_placeholder, qqmusic,"
          + " mp-miniprogram, .weapp_display_element, mp-style-type";

  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
  private static final String BASE = "https://mp.weixin.qq.com/";
  private final Walls walls = Walls.load("weixin-walls.txt");

  @Override
  public boolean knows(Page page) {
    return page instanceof Page.Html html
        && (isWeixin(page.address()) || html.document().selectFirst(MARKS) != null);
  }

  private static boolean isWeixin(String address) {
    return address.matches("(?i)https?://mp\\.weixin\\.qq\\.com(?:[/?#].*)?");
  }

  @Override
  public SiteReading read(Page page) {
    return page instanceof Page.Html html
        ? read(html.address(), html.document().clone())
        : new Unsure(PageFacts.NONE);
  }

  private SiteReading read(String address, Document document) {
    WeixinScript script = WeixinScript.of(document);
    PageFacts facts = facts(document, script);
    Optional<Element> content = article(document).or(() -> post(document, script));
    if (content.isPresent()) {
      return new Found(Verdict.READ, facts, content.get());
    }
    if (address.contains("/mp/wappoc_appmsgcaptcha")) {
      return new Refused(Verdict.CHALLENGE, "WeChat asks for a captcha.");
    }
    return walls
        .find(document)
        .<SiteReading>map(refused -> refused)
        .orElseGet(() -> unknown(document));
  }

  /// WeChat's page without an article and without a known wall.
  private static SiteReading unknown(Document document) {
    boolean blank = document.body().text().length() < 200;
    return blank
        ? new Refused(Verdict.EMPTY, "WeChat sent a page without its article.")
        : new Unsure(PageFacts.NONE);
  }

  private static Optional<Element> article(Document document) {
    Element body = document.getElementById("js_content");
    if (body == null
        || (body.text().isBlank() && body.selectFirst("img, iframe, mpvoice") == null)) {
      return Optional.empty();
    }
    body.select(DROPPED).remove();
    body.select("mpvoice, mp-common-mpaudio").forEach(WeixinReader::replaceVoice);
    body.select("iframe.video_iframe, mpvideo").forEach(WeixinReader::replaceVideo);
    body.setBaseUri(BASE);
    return Optional.of(body);
  }

  private static void replaceVoice(Element voice) {
    String id = voice.attr("voice_encode_fileid");
    String name = voice.attr("name").isBlank() ? "语音" : voice.attr("name");
    replaceWithLink(
        voice, id.isBlank() ? "" : "https://res.wx.qq.com/voice/getvoice?mediaid=" + id, name);
  }

  private static void replaceVideo(Element video) {
    String address = video.hasAttr("data-src") ? video.attr("data-src") : video.attr("src");
    replaceWithLink(video, address, video.attr("title").isBlank() ? "视频" : video.attr("title"));
  }

  private static void replaceWithLink(Element player, String address, String words) {
    Element paragraph = new Element("p");
    paragraph.appendElement("a").attr("href", address).text(words);
    player.replaceWith(paragraph);
  }

  /// A post of pictures (`item_show_type` 8) or of text alone (10).
  private static Optional<Element> post(Document document, WeixinScript script) {
    String type = script.variable("item_show_type").orElse("");
    if (!type.equals("8") && !type.equals("10")) {
      return Optional.empty();
    }
    Element content = new Element("div");
    content.setBaseUri(BASE);
    for (String line : text(document, script).split("\n")) {
      content.appendElement("p").text(line);
    }
    if (type.equals("8")) {
      script.members("cdn_url").stream()
          .distinct()
          .forEach(address -> appendImage(content, address));
    }
    boolean empty = content.text().isBlank() && content.selectFirst("img") == null;
    return empty ? Optional.empty() : Optional.of(content);
  }

  private static void appendImage(Element content, String address) {
    content.appendElement("p").appendElement("img").attr("src", address);
  }

  private static String text(Document document, WeixinScript script) {
    return Stream.of(
            script.variable("content_noencode"),
            script.members("content_noencode").stream().findFirst(),
            meta(document, "meta[name=description]").map(WeixinScript::decode),
            script.variable("msg_desc"))
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> text.replaceAll("(?i)<br\\s*/?>", "\n").replaceAll("</?\\w[^>]*>", ""))
        .orElse("");
  }

  private static PageFacts facts(Document document, WeixinScript script) {
    return new PageFacts(
        first(
            List.of(
                shown(document, "#activity-name"),
                meta(document, "meta[property=og:title]"),
                script.variable("msg_title"))),
        first(
            List.of(
                meta(document, "meta[name=author]"),
                shown(document, "#js_author_name"),
                shown(document, "#js_name"),
                script.variable("nickname"))),
        first(List.of(shown(document, "#js_name"), script.variable("nickname"))),
        null,
        published(script),
        null,
        canonical(document, script),
        meta(document, "meta[property=og:description]").map(WeixinScript::decode).orElse(null),
        meta(document, "meta[property=og:image]")
            .filter(address -> address.startsWith("http"))
            .orElse(null));
  }

  private static @Nullable String first(List<Optional<String>> places) {
    return places.stream().flatMap(Optional::stream).findFirst().orElse(null);
  }

  private static Optional<String> shown(Document document, String selector) {
    return Stream.ofNullable(document.selectFirst(selector))
        .map(element -> element.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Optional<String> meta(Document document, String selector) {
    return Stream.ofNullable(document.selectFirst(selector))
        .map(element -> element.attr("content").strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static @Nullable PageDate published(WeixinScript script) {
    return Stream.of("ct", "create_time", "oriCreateTime")
        .map(script::variable)
        .flatMap(Optional::stream)
        .filter(value -> value.matches("[1-9]\\d{8,9}"))
        .findFirst()
        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
        .map(at -> PageDate.of(at.atOffset(ZONE)))
        .orElse(null);
  }

  /// The page's own address without what only shares it.
  private static @Nullable String canonical(Document document, WeixinScript script) {
    List<Optional<String>> parts =
        Stream.of("biz", "mid", "idx", "sn").map(script::variable).toList();
    if (parts.stream().allMatch(Optional::isPresent)) {
      List<String> found = parts.stream().flatMap(Optional::stream).toList();
      return BASE
          + "s?__biz="
          + found.get(0)
          + "&mid="
          + found.get(1)
          + "&idx="
          + found.get(2)
          + "&sn="
          + found.get(3);
    }
    return meta(document, "meta[property=og:url]")
        .filter(address -> address.startsWith("http"))
        .map(Objects::toString)
        .orElse(null);
  }
}
