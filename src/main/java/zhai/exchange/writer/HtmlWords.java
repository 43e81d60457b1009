package zhai.exchange.writer;

import zhai.exchange.ReadingList;
import zhai.model.Anchor;
import zhai.model.Entry;

/// The few words of the page that are neither the user's nor the pages', in the language that most
/// of the list's titles are written in.
enum HtmlWords {
  ENGLISH("en"),
  CHINESE("zh-Hans");

  private final String language;

  HtmlWords(String language) {
    this.language = language;
  }

  static HtmlWords of(ReadingList list) {
    long chinese = list.entries().stream().map(Entry::title).filter(HtmlWords::hasHan).count();
    boolean most = 2 * chinese > list.entries().size();
    return most || (list.entries().isEmpty() && hasHan(list.title())) ? CHINESE : ENGLISH;
  }

  /// A BCP 47 tag.
  String language() {
    return language;
  }

  String contents() {
    return chinese() ? "目录" : "Contents";
  }

  String search() {
    return chinese() ? "搜索标题、正文和笔记" : "Search titles, texts and notes";
  }

  String nothingFound() {
    return chinese() ? "没有找到" : "Nothing found";
  }

  String tags() {
    return chinese() ? "标签" : "Tags";
  }

  String count(int entries) {
    if (chinese()) {
      return entries + " 篇";
    }
    return entries == 1 ? "1 page" : entries + " pages";
  }

  String added(String day) {
    return (chinese() ? "收藏于 " : "kept ") + day;
  }

  String read() {
    return chinese() ? "已读" : "read";
  }

  String notFetched() {
    return chinese() ? "正文未取得" : "text not fetched";
  }

  String anchor(Anchor anchor) {
    return switch (anchor) {
      case Anchor.Exact _ -> chinese() ? "与原文一致" : "as on the page";
      case Anchor.Near near ->
          (chinese() ? "与原文略有出入，相似度 %d%%" : "the page says it a little differently: %d%% alike")
              .formatted(Math.round(near.similarity() * 100));
      case Anchor.Ambiguous many ->
          (chinese() ? "原文中有 %d 处" : "stands in %d places on the page")
              .formatted(many.places().size());
      case Anchor.Missing _ -> chinese() ? "原文中未找到" : "not found on the page";
      case Anchor.Unchecked _ -> chinese() ? "尚未核对" : "not compared yet";
    };
  }

  private boolean chinese() {
    return this == CHINESE;
  }

  private static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN);
  }
}
