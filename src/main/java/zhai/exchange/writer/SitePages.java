package zhai.exchange.writer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhai.exchange.Characters;
import zhai.exchange.FileNames;
import zhai.exchange.Group;
import zhai.exchange.Grouping;
import zhai.exchange.HtmlText;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Article;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.ImageType;
import zhai.model.Tag;

/// The pages of a site.
///
/// @param tagFiles the name of each tag's page in the folder `tags`
/// @param tagged the entries of each tag
/// @param pictures where those of the articles go
record SitePages(
    ReadingList list,
    HtmlWords words,
    Map<Tag, String> tagFiles,
    Map<Tag, List<Entry>> tagged,
    PictureFiles pictures) {
  // A page opened from a disk has no origin that 'self' could mean, so `file:` stands beside it; on
  // a web page it allows nothing.
  private static final String POLICY =
      "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:";

  static SitePages of(ReadingList list) {
    FileNames names = new FileNames();
    Map<Tag, String> files = new LinkedHashMap<>();
    list.tags().forEach(tag -> files.put(tag, names.of(tag.label(), "html")));
    Map<Tag, List<Entry>> tagged = new HashMap<>();
    for (Entry entry : list.entries()) {
      entry.bookmark().tags().stream()
          .distinct()
          .forEach(tag -> tagged.computeIfAbsent(tag, _ -> new ArrayList<>()).add(entry));
    }
    PictureFiles pictures = new PictureFiles("../", List.of(ImageType.values()));
    return new SitePages(list, HtmlWords.of(list), files, tagged, pictures);
  }

  static String file(Entry entry) {
    return "pages/" + entry.bookmark().id() + ".html";
  }

  String file(Tag tag) {
    return "tags/" + tagFiles.get(tag);
  }

  String index() {
    StringBuilder out = new StringBuilder(head("", words.language(), list.title()));
    out.append("<header>\n<h1>").append(HtmlText.escapeLine(list.title())).append("</h1>\n");
    appendFacts(EntryMarkup.summary(list, words), out);
    out.append(
        """
        <form id="search" role="search" hidden><input type="search" autocomplete="off"\
         placeholder="%1$s" aria-label="%1$s"></form>
        <ol id="found" data-none="%2$s" aria-live="polite" hidden></ol>
        </header>
        """
            .formatted(words.search(), words.nothingFound()));
    appendTagCloud(out);
    out.append("<main>\n");
    for (Group group : list.groups(Grouping.DAY)) {
      appendGroup(group, out);
    }
    out.append("</main>\n<script src=\"search.js\"></script>\n");
    return out.append("</body>\n</html>\n").toString();
  }

  String tag(Tag tag) {
    String title = "#" + tag.label();
    StringBuilder out = new StringBuilder(head("../", words.language(), title));
    appendWayBack(out);
    out.append("<header>\n<h1>").append(HtmlText.escapeLine(title)).append("</h1>\n</header>\n");
    out.append("<main>\n");
    tagged.getOrDefault(tag, List.of()).forEach(entry -> appendTeaser("../", entry, out));
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  /// @param dossier with the article and its pictures; empty if it is not to be on the page
  String page(Entry entry, Set<With> with, Optional<Dossier> dossier) {
    String title = Characters.oneLine(entry.title());
    StringBuilder out = new StringBuilder(head("../", EntryMarkup.language(entry, words), title));
    appendWayBack(out);
    out.append("<main>\n<article>\n<header>\n<h1>").append(EntryMarkup.link(entry));
    out.append("</h1>\n");
    appendFacts(EntryMarkup.facts(list, entry, words), out);
    appendTags("../", entry, out);
    out.append("<p class=\"address\">");
    out.append(HtmlText.escapeLine(entry.bookmark().url().canonical())).append("</p>\n</header>\n");
    appendSection("marks", ArticleMarkup.xhtml(EntryMarkup.marks(with, entry, words)), out);
    appendSection("text", dossier.map(this::text).orElse(""), out);
    return out.append("</article>\n</main>\n</body>\n</html>\n").toString();
  }

  /// @param root the way from the page to the site's folder
  private static String head(String root, String language, String title) {
    String look = "<link rel=\"stylesheet\" href=\"%ssite.css\">".formatted(root);
    return HtmlHead.of(language, title, POLICY, look);
  }

  private void appendWayBack(StringBuilder out) {
    String title = HtmlText.escapeLine(list.title());
    out.append("<p class=\"back\"><a href=\"../index.html\">← ").append(title).append("</a></p>\n");
  }

  private void appendGroup(Group group, StringBuilder out) {
    out.append("<section>\n");
    if (group.heading() != null) {
      out.append("<h2>").append(HtmlText.escapeLine(group.heading())).append("</h2>\n");
    }
    group.entries().forEach(entry -> appendTeaser("", entry, out));
    out.append("</section>\n");
  }

  private void appendTeaser(String root, Entry entry, StringBuilder out) {
    out.append("<article>\n<h3><a href=\"").append(root).append(file(entry)).append("\">");
    out.append(EntryMarkup.title(entry)).append("</a></h3>\n");
    appendFacts(EntryMarkup.facts(list, entry, words), out);
    appendTags(root, entry, out);
    out.append("</article>\n");
  }

  private void appendTagCloud(StringBuilder out) {
    if (!tagFiles.isEmpty()) {
      out.append("<nav aria-label=\"").append(words.tags()).append("\">\n<p class=\"tags\">");
      out.append(links("", list.tags())).append("</p>\n</nav>\n");
    }
  }

  private void appendTags(String root, Entry entry, StringBuilder out) {
    if (!entry.bookmark().tags().isEmpty()) {
      out.append("<p class=\"tags\">").append(links(root, entry.bookmark().tags()));
      out.append("</p>\n");
    }
  }

  private String links(String root, List<Tag> tags) {
    return tags.stream()
        .map(tag ->
            "<a href=\"%stags/%s\">#%s</a>"
                .formatted(
                    root,
                    encoded(tagFiles.getOrDefault(tag, "")),
                    HtmlText.escapeLine(tag.label())))
        .collect(Collectors.joining(" "));
  }

  private static void appendFacts(List<String> facts, StringBuilder out) {
    out.append("<p class=\"facts\">").append(EntryMarkup.joined(facts)).append("</p>\n");
  }

  private String text(Dossier dossier) {
    Article article = dossier.entry().currentArticle();
    return article == null
        ? ""
        : ArticleMarkup.xhtml(
            article.content().html(), KeptImages.of(list, dossier, pictures::add)::illustrate);
  }

  private static void appendSection(String kind, String markup, StringBuilder out) {
    if (!markup.isBlank()) {
      out.append("<section class=\"").append(kind).append("\">\n");
      out.append(markup).append("\n</section>\n");
    }
  }

  /// A file's name as a part of an address.
  private static String encoded(String name) {
    StringBuilder out = new StringBuilder();
    for (byte it : name.getBytes(StandardCharsets.UTF_8)) {
      if (it > 0 && (Character.isLetterOrDigit(it) || "-._".indexOf(it) >= 0)) {
        out.append((char) it);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(it));
      }
    }
    return out.toString();
  }
}
