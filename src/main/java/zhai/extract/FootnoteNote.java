package zhai.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// The text of a footnote, in the shapes that pages give it: a list item (Pandoc, markdown-it,
/// Goldmark, WordPress, Wikipedia, Zhihu), or a block that begins with the sign of its reference
/// (Substack, Google Docs, Word, pulldown-cmark).
final class FootnoteNote {
  /// What a block of its own is called when it is a note.
  private static final Pattern NOTE_CLASS =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:foot|end)?note(?:text|-definition|-item)?s?(?:$|\\s)");

  private static final Pattern BACK =
      Pattern.compile("[\\s\\[(]*(?:[↩↑^⏎⤴↵⬆︎️⇧]+|back|return|返回)[\\s\\])]*");

  private static final Evaluator BACK_LINKS =
      Selector.evaluatorOf(
          "a[href*=#fnref], a[href*=#ref_], a[href*=#cite_ref], a.footnote-backref,"
              + " a.footnote-number, a[href*=#ftnt_ref], a[href*=#_ftnref],"
              + " a[href*=#footnote-anchor], a[role=doc-backlink], a.easy-footnote-to-top,"
              + " .mw-cite-backlink, .footnote-definition-label");

  private static final Evaluator LINKS = Selector.evaluatorOf("a[href*=#]");
  private static final int MAX_LENGTH = 5_000;
  private static final int MAX_CHILDREN = 200;
  private static final int MAX_STEPS = 3;

  private FootnoteNote() {}

  /// The note that a reference's target stands for, or null if it is something else: a heading, a
  /// figure, a section.
  ///
  /// @param sign the words of the reference
  static @Nullable Element around(Element target, String sign) {
    Element item = target.closest("li");
    if (item != null) {
      return item;
    }
    Element block = target;
    for (int i = 0; i < MAX_STEPS && block != null; i++) {
      if (isNote(block, sign) || (block == target && block.nameIs("aside"))) {
        return block;
      }
      block = block.parent();
    }
    return null;
  }

  private static boolean isNote(Element block, String sign) {
    boolean kind =
        block.nameIs("p") || block.nameIs("div") || block.nameIs("aside") || block.nameIs("dd");
    if (!kind || block.parent() == null || block.childNodeSize() > MAX_CHILDREN) {
      return false;
    }
    String text = block.text().strip();
    boolean called =
        block.attr("epub:type").endsWith("note") || block.attr("role").endsWith("note");
    return text.length() <= MAX_LENGTH
        && text.length() > sign.length()
        && (called || NOTE_CLASS.matcher(block.className()).find() || text.startsWith(sign));
  }

  /// Makes the note an item of a footnote list under that label, without its way back.
  static void mark(Element note, String label) {
    note.select(BACK_LINKS).remove();
    note.select(LINKS).stream()
        .filter(link -> BACK.matcher(link.text()).matches())
        .forEach(Element::remove);
    Element item = note.nameIs("li") ? note : listed(note, label);
    item.attr("id", FootnoteFinder.TARGET + label);
    Element list = item.parent();
    if (list != null && list.nameIs("ol")) {
      list.attr("class", FootnoteFinder.LIST_CLASS);
    }
  }

  private static Element listed(Element block, String label) {
    dropLabel(block, label);
    Element item = new Element("li");
    Element before = block.previousElementSibling();
    boolean goesOn = before != null && before.is("ol." + FootnoteFinder.LIST_CLASS);
    Element list = goesOn && before != null ? before : new Element("ol");
    if (!goesOn) {
      block.before(list);
    }
    list.addClass(FootnoteFinder.LIST_CLASS);
    item.appendChildren(List.copyOf(block.childNodes()));
    block.remove();
    list.appendChild(item);
    return item;
  }

  private static void dropLabel(Element block, String label) {
    block
        .nodeStream(TextNode.class)
        .filter(text -> !text.isBlank())
        .findFirst()
        .ifPresent(first -> {
          String plain = "^\\s*[\\[(^]*" + Pattern.quote(label) + "[\\])]*[.:、]?(?=\\s|$)\\s*";
          first.text(first.getWholeText().replaceFirst(plain, ""));
        });
  }
}
