package zhai.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static zhai.index.Bookmarks.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {
  @TempDir static Path folder;
  private static SearchIndex index = SearchIndex.open(Path.of("unused"), "a");

  @BeforeAll
  static void keepSomePages() {
    index = SearchIndex.open(folder, "a");
    new Bookmarks()
        .put(draft(1).page("检索增强 RAG 的三个坑", "RAG 把检索到的片段交给大模型。片段和模型的内部知识冲突时，模型常常更相信自己。"))
        .put(draft(2).page("知识冲突", "當檢索到的片段與大模型的內部知識衝突，應該相信誰？"))
        .put(
            draft(3)
                .page(
                    "Retrieval-augmented generation in practice",
                    "RAG systems retrieve passages and let a language model answer from them."))
        .put(
            draft(4)
                .page("Language models answer", "A language model answers without any passages."))
        .put(draft(5).page("乡镇图书馆", "书不怕旧，怕没人翻。一位管理员说，图书馆靠读者。"))
        .put(draft(6).page("图书馆的夜班", "管理员记下每位读者借走的书。"))
        .put(draft(7).page("登山", "山路很长，天气很好。").note("像乡镇图书馆的管理员那样慢慢来"))
        .put(draft(8).page("Sourdough", "Flour, water, salt and patience.").tag("toread"))
        .put(draft(9).page("面包", "面粉、水和盐。").tag("ToRead"))
        .put(draft(10).page("无关", "这里什么都不像。"))
        .put(draft(11))
        .catchUp(index);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1 | 2 3", "2 | 1", "3 | 4 1", "5 | 7 6", "7 | 5 6", "8 | 9", "10 | ''", "11 | ''",
        "99 | ''",
      })
  void findsWhatHasItsTellingWords(long id, String expected) {
    assertEquals(
        expected,
        index.similar(id, 10).stream()
            .map(similar -> Long.toString(similar.id()))
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 2 | 检索, 模型, 片段, 内部, 冲突, 相信",
        "3 | 4 | answer, language, model, passages",
        "8 | 9 | #toread",
      })
  void namesWhatTheyShareAsTheFirstWritesIt(long id, long other, String expected) {
    assertEquals(
        expected,
        index.similar(id, 10).stream()
            .filter(similar -> similar.id() == other)
            .flatMap(similar -> similar.shared().stream())
            .collect(Collectors.joining(", ")));
  }

  @Test
  void givesNoMoreThanAreWanted() {
    assertEquals(List.of(7L), index.similar(5, 1).stream().map(Similar::id).toList());
  }
}
