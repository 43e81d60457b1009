package zhai.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhai.model.Anchor;
import zhai.model.Article;
import zhai.model.ArticleVersion;
import zhai.model.Attempt;
import zhai.model.Bookmark;
import zhai.model.Bytes;
import zhai.model.Content;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.NoteSource;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Snapshot;
import zhai.model.Span;
import zhai.model.Surroundings;
import zhai.model.Tag;
import zhai.model.Verdict;
import zhai.url.WebUrl;

/// A small library that we wrote, Chinese and English, for the golden files.
public final class Samples {
  public static final Instant MORNING = Instant.parse("2026-03-02T08:30:00Z");
  public static final Instant NEXT_DAY = Instant.parse("2026-03-03T21:05:09.125Z");

  public static final String NOTE_BODY =
      """
      先写完初稿，再谈漂亮。

      | 步骤 | 问题 |
      | :--- | :--- |
      | 初稿 | 能不能**跑通** |

      1.  第一遍只求完整

          第二段仍属于第一点

      #写作 #方法论
      """;

  public static final Entry ANSWER =
      new Entry(
          bookmark(7, "https://www.zhihu.com/question/1/answer/2", null, "检索", "RAG"),
          version("检索增强生成遇到互相矛盾的证据时怎么办？", "林一", "知乎", "2025-11-08T09:15:00+08:00"),
          List.of(
              new Mark.Excerpt(
                  11,
                  "当检索片段与模型记忆冲突时，模型往往更相信**靠前**的片段。",
                  "和我们上周的观察一致。",
                  new Surroundings("实验表明，", "这一点"),
                  new Anchor.Exact(new Span(5, 33)),
                  MORNING,
                  null),
              new Mark.Excerpt(
                  12,
                  "顺序比内容更重要。",
                  null,
                  Surroundings.NONE,
                  new Anchor.Near(new Span(40, 49), 0.8125),
                  MORNING,
                  null),
              new Mark.Note(13, "下次组会讲这个：\n\n- 打乱片段顺序\n- 量化位置偏差", NEXT_DAY, null)),
          List.of());

  public static final Entry POST =
      new Entry(
          bookmark(
              8, "https://blog.example.org/small-models?page=2&sort=new", null, "distillation"),
          version("What small models can't do (yet)", "A. Writer", "Example Notes", "2024-02-29"),
          List.of(
              new Mark.Excerpt(
                  14,
                  "A small model learns the *shape* of an answer first.\n\n"
                      + "The facts come later, if at all.",
                  "Compare with the answer above.",
                  Surroundings.NONE,
                  new Anchor.Missing(),
                  MORNING,
                  null)),
          List.of());

  public static final Entry BLOCKED =
      new Entry(
          new Bookmark(
              9,
              url("https://mp.example.com/s/abc_(draft)"),
              List.of("https://mp.example.com/s/old"),
              "周报 #12 [草稿]",
              List.of(),
              ReadingState.READ,
              true,
              new Attempt(Verdict.CHALLENGE, "A captcha stands before the page.", NEXT_DAY),
              NEXT_DAY,
              NEXT_DAY,
              NEXT_DAY),
          null,
          List.of(),
          List.of());

  public static final Entry FROM_NOTE =
      new Entry(
          bookmark(10, "https://www.zhihu.com/question/3/answer/4", "先完成，再完美", "写作", "方法论"),
          null,
          List.of(new Mark.Note(15, "先写完初稿，再谈漂亮。", MORNING, null)),
          List.of(new NoteSource("daily/2026-03-01.md", 9, LocalDate.of(2026, 3, 1), NOTE_BODY)));

  public static final ReadingList LIST =
      new ReadingList(
          "检索与小模型 Reading", "tag:RAG OR tag:写作", List.of(ANSWER, POST, BLOCKED, FROM_NOTE));

  private Samples() {}

  /// An entry about which only this is known.
  public static Entry entry(String title, List<Tag> tags, List<Mark> marks) {
    Bookmark plain = bookmark(1, "https://example.org/page", title);
    return new Entry(
        new Bookmark(
            1,
            plain.url(),
            List.of(),
            title,
            tags,
            plain.state(),
            false,
            Attempt.NONE,
            MORNING,
            MORNING,
            null),
        null,
        marks,
        List.of());
  }

  public static Bookmark bookmark(long id, String url, @Nullable String title, String... tags) {
    return new Bookmark(
        id,
        url(url),
        List.of(),
        title,
        List.of(tags).stream().map(Tag::new).sorted().toList(),
        ReadingState.UNREAD,
        false,
        new Attempt(Verdict.READ, null, MORNING),
        MORNING,
        NEXT_DAY,
        null);
  }

  public static WebUrl url(String canonical) {
    return WebUrl.stored(canonical + "#given", canonical, canonical);
  }

  public static ArticleVersion version(String title, String byline, String site, String published) {
    return new ArticleVersion(
        1,
        Verdict.READ,
        new Article(
            title,
            byline,
            site,
            title.matches(".*\\p{IsHan}.*") ? "zh" : "en",
            PageDate.parse(published).orElseThrow(),
            null,
            null,
            null,
            null,
            new Content("<p>…</p>", "…", "…")),
        Bytes.ofUtf8("page").sha256(),
        MORNING,
        true);
  }

  /// All that is kept of the answer.
  public static Dossier dossier() {
    return new Dossier(
        ANSWER,
        List.of(Objects.requireNonNull(ANSWER.article())),
        List.of(
            new Snapshot(
                "https://www.zhihu.com/question/1/answer/2",
                Snapshot.Origin.HANDED_OVER,
                0,
                List.of(new Snapshot.Header("content-type", "text/html; charset=gbk")),
                Bytes.ofUtf8("page"),
                MORNING)));
  }
}
