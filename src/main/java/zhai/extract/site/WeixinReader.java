package zhai.extract.site;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import zhai.model.Verdict;

/// Reads articles of WeChat's public accounts.
///
/// The body is `#js_content`, hidden until a script shows it; most facts stand only in scripts (the
/// visible date says «昨天»). Posts of pictures and of text alone have no `#js_content`: their text
/// and pictures are in scripts too. A page that has WeChat's marks and neither is a wall.
final class WeixinReader implements SiteReader {
  private static final PageSelector MARKS =
      PageSelector.parse(
          "#js_content.rich_media_content, #activity-name.rich_media_title, #js_verify,"
              + " #js_article.rich_media, link[href*='res.wx.qq.com/mmbizappmsg']");

  /// What stands inside the body without being the author's: cards of accounts, codes to scan,
  /// players' controls, line numbers.
  private static final String DROPPED =
      ".jump_author_avatar, mp-common-profile, mp-common-cpsad, mp-common-product,"
          + " mp-common-mpaudio, .qr_code_pc_outer, .js_product_container,"
          + " .code-snippet__line-index, .original_primary_card_tips, .js_img_placeholder, qqmusic,"
          + " mp-miniprogram, .weapp_display_element, mp-style-type";

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://mp\\.weixin\\.qq\\.com(?:[/?#].*)?");

  private static final String BASE = "https://mp.weixin.qq.com/";
  private final Walls walls = Walls.load("weixin-walls.txt");

  @Override
  public boolean knows(Page page) {
    return page instanceof Page.Html html && (isWeixin(page.address()) || html.index().has(MARKS));
  }

  private static boolean isWeixin(String address) {
    return ADDRESS.matcher(address).matches();
  }

  @Override
  public SiteReading read(Page page) {
    return page instanceof Page.Html html
        ? read(html.address(), html.document())
        : new Unsure(PageFacts.NONE);
  }

  private SiteReading read(String address, Document document) {
    WeixinScript script = WeixinScript.of(document);
    PageFacts facts = new WeixinFacts(document, script).read();
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
        .orElseGet(() -> unknown(address, document));
  }

  /// WeChat's page without an article and without a known wall.
  private static SiteReading unknown(String address, Document document) {
    if (address.matches("[^?#]*/mp/(?:homepage|appmsgalbum|profile_ext)(?:[?#].*)?")) {
      return new Refused(Verdict.NOT_ARTICLE, "This is a listing of a WeChat account's.");
    }
    boolean blank = document.body().text().length() < 200;
    return blank
        ? new Refused(Verdict.EMPTY, "WeChat sent a page without its article.")
        : new Unsure(PageFacts.NONE);
  }

  private static Optional<Element> article(Document document) {
    Element shown = document.getElementById("js_content");
    if (shown == null
        || (shown.text().isBlank() && shown.selectFirst("img, iframe, mpvoice") == null)) {
      return Optional.empty();
    }
    Element body = shown.clone();
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
    for (String line : text(document, script).lines().toList()) {
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
            new WeixinFacts(document, script).meta("name=description").map(WeixinScript::decode),
            script.variable("msg_desc"))
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> text.replaceAll("(?i)<br\\s*/?>", "\n").replaceAll("</?\\w[^>]*>", ""))
        .orElse("");
  }
}
