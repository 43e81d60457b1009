package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhai.query.Query;

/// Any piece of a text finds it, and nothing that does not have the piece: checked against a plain
/// scan.
class CompletenessTest {
  private static final List<String> TEXTS =
      List.of(
          "周末把旧笔记翻了一遍，发现去年写的「检索增强」只剩标题。先补上正文，再谈别的。",
          "用 macOS 的人常问：有没有免费的小工具？答案是有，而且不止一个；只是名字都不好记。",
          "RAG 遇到互相矛盾的资料时，模型会偏向更长的那一篇，而不是更新的那一篇。",
          "小模型靠知识蒸馏学会了大模型的本事，代价是温度要调很多次。",
          "他在雨里走了三公里，鞋子湿透，心里却很亮堂。回来写下：路是走出来的。",
          "部署到 k8s 以前，先在本地跑一遍 C++ 的单元测试，别等 CI 告诉你错在哪。",
          "資料庫的鎖有兩種：共享鎖和排他鎖。寫的人多了，就要排隊。",
          "数据库的索引像书后的目录，翻得快，改得慢。",
          "温度计显示三十九度，医生说多喝水，少看手机。",
          "我们约在老图书馆见面，𠮷先生带来两本旧书，笑着说：都送你😀。");

  @TempDir Path folder;

  @Test
  void everySubstringIsFoundAsAPhraseWithoutFalseHits() {
    Bookmarks bookmarks = new Bookmarks();
    for (int i = 0; i < TEXTS.size(); i++) {
      bookmarks.text(i, TEXTS.get(i));
    }
    try (SearchIndex index = SearchIndex.open(folder.resolve("lucene"), "library")) {
      bookmarks.catchUp(index);
      Random random = new Random(7);
      for (int i = 0; i < 1_000; i++) {
        String piece = piece(TEXTS.get(random.nextInt(TEXTS.size())), random);
        assertEquals(scanned(piece), found(index, piece), piece);
      }
    }
  }

  /// One to eight characters that begin and end where no Latin word is cut.
  private static String piece(String text, Random random) {
    int[] characters = text.codePoints().toArray();
    int start = random.nextInt(characters.length);
    while (!isBoundary(characters, start)) {
      start--;
    }
    int end = Math.min(characters.length, start + 1 + random.nextInt(8));
    while (!isBoundary(characters, end)) {
      end++;
    }
    String piece = new String(characters, start, end - start);
    return piece.isBlank() ? piece(text, random) : piece;
  }

  private static boolean isBoundary(int[] characters, int at) {
    return at == 0
        || at == characters.length
        || !isLatin(characters[at - 1])
        || !isLatin(characters[at]);
  }

  private static boolean isLatin(int character) {
    return character < 0x80 && Character.isLetterOrDigit(character);
  }

  private static Set<Long> scanned(String piece) {
    Set<Long> ids = new TreeSet<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      if (plain(TEXTS.get(i)).contains(plain(piece))) {
        ids.add((long) i);
      }
    }
    return ids;
  }

  private static String plain(String text) {
    return Folding.fold(text).replace(" ", "");
  }

  private static Set<Long> found(SearchIndex index, String piece) {
    SearchOptions options =
        SearchOptions.best(50, ZonedDateTime.parse("2026-03-31T12:00:00Z")).withoutSnippets();
    return index.search(new Query.Phrase(piece.strip()), options).hits().stream()
        .map(Hit::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
