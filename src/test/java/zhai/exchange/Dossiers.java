package zhai.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
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
import zhai.model.NoteKind;
import zhai.model.NoteSource;
import zhai.model.Origin;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Snapshot;
import zhai.model.Span;
import zhai.model.Surroundings;
import zhai.model.Tag;
import zhai.model.Verdict;
import zhai.url.WebUrl;

/// Dossiers of any shape with the worst strings that pages and people bring.
public final class Dossiers extends DomainContextBase {

  @Provide
  Arbitrary<Dossier> dossiers() {
    return Arbitraries.randomValue(random -> new Dice(random).dossier());
  }

  /// The same dossier for the same seed, for tests that need many at once.
  public static Dossier any(long seed) {
    return new Dice(new Random(seed)).dossier();
  }

  /// One throw after the other.
  record Dice(Random random) {
    private static final List<String> HOSTILE =
        List.of(
            "",
            " ",
            "x\n---\nfoo: !!js",
            "]]",
            "`",
            "```\n",
            "|",
            "<script>alert(1)</script>",
            "# h",
            "\u0000",
            "\u001b[2J",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\uffff",
            "\ud800",
            "\udc00",
            "😀",
            "👩‍💻",
            "中文，全角。",
            "עברית",
            "\r\n",
            "\\",
            "\"",
            "-->",
            "{{x}}",
            "[a](javascript:alert(1))",
            "[a](http://b)",
            "***",
            "- - -",
            "=".repeat(3),
            "%%",
            "=1+1");

    private static final Verdict[] READABLE = {Verdict.READ, Verdict.PREVIEW};

    Dossier dossier() {
      List<ArticleVersion> versions = new ArrayList<>();
      int count = random.nextInt(3);
      int current = random.nextInt(3);
      for (int i = 0; i < count; i++) {
        versions.add(version(i + 1, i == current));
      }
      Entry entry =
          new Entry(
              bookmark(),
              current < count ? versions.get(current) : null,
              many(this::mark),
              many(this::source));
      return new Dossier(entry, versions, many(this::snapshot));
    }

    String text() {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(4); i >= 0; i--) {
        text.append(one(HOSTILE)).append(random.nextBoolean() ? "word" : "");
      }
      return text.toString();
    }

    private Bookmark bookmark() {
      return new Bookmark(
          random.nextLong(),
          WebUrl.stored(text(), "http://f/" + text(), "https://c/" + text()),
          many(this::text),
          maybe(text()),
          many(this::tag),
          one(List.of(ReadingState.values())),
          random.nextBoolean(),
          new Attempt(one(List.of(Verdict.values())), maybe(text()), maybe(instant())),
          instant(),
          instant(),
          maybe(instant()));
    }

    private Tag tag() {
      return new Tag("t" + text());
    }

    private Mark mark() {
      return random.nextBoolean()
          ? new Mark.Note(random.nextLong(), "n" + text(), instant(), origin())
          : new Mark.Excerpt(
              random.nextLong(),
              "q" + text(),
              maybe(text()),
              new Surroundings(text(), text()),
              anchor(),
              instant(),
              origin());
    }

    private @Nullable Origin origin() {
      return random.nextBoolean() ? null : new Origin(text(), random.nextInt());
    }

    private Anchor anchor() {
      return switch (random.nextInt(5)) {
        case 0 -> new Anchor.Exact(span());
        case 1 -> new Anchor.Near(span(), random.nextDouble());
        case 2 -> new Anchor.Ambiguous(List.of(span(), span()));
        case 3 -> new Anchor.Missing();
        default -> new Anchor.Unchecked();
      };
    }

    private Span span() {
      int start = random.nextInt(1_000_000);
      return new Span(start, start + 1 + random.nextInt(1_000_000));
    }

    private NoteSource source() {
      LocalDate day = random.nextBoolean() ? LocalDate.ofEpochDay(random.nextInt(40_000)) : null;
      return new NoteSource(
          text(),
          random.nextInt(),
          day,
          text(),
          one(List.of(NoteKind.values())),
          random.nextBoolean() ? "" : text(),
          random.nextBoolean() ? List.of() : List.of(new Tag("a" + text())),
          random.nextBoolean());
    }

    private ArticleVersion version(int number, boolean current) {
      Article article =
          new Article(
              maybe(text()),
              maybe(text()),
              maybe(text()),
              maybe(text()),
              maybe(pageDate()),
              maybe(pageDate()),
              maybe(text()),
              maybe(text()),
              maybe(text()),
              new Content(text(), text(), text()));
      return new ArticleVersion(
          number, READABLE[random.nextInt(2)], article, maybe(text()), instant(), current);
    }

    private PageDate pageDate() {
      LocalDate day = LocalDate.ofEpochDay(random.nextInt(40_000));
      LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400));
      return switch (random.nextInt(3)) {
        case 0 -> PageDate.of(day);
        case 1 -> new PageDate(day, time, null);
        default ->
            new PageDate(day, time, ZoneOffset.ofTotalSeconds(900 * (random.nextInt(113) - 56)));
      };
    }

    private Snapshot snapshot() {
      byte[] body = new byte[random.nextInt(2_000)];
      random.nextBytes(body);
      return new Snapshot(
          text(),
          one(List.of(Snapshot.Origin.values())),
          random.nextInt(),
          many(() -> new Snapshot.Header(text(), text())),
          Bytes.of(body),
          instant());
    }

    private Instant instant() {
      return Instant.ofEpochSecond(
          random.nextLong(-9_000_000_000L, 90_000_000_000L), random.nextInt(1_000_000_000));
    }

    private <T> List<T> many(Supplier<T> source) {
      List<T> many = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        many.add(source.get());
      }
      return many;
    }

    private <T> @Nullable T maybe(T value) {
      return random.nextBoolean() ? value : null;
    }

    private <T> T one(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
