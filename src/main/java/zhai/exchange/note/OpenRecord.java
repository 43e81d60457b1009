package zhai.exchange.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.exchange.NotePlace;
import zhai.exchange.NoteRecord;
import zhai.model.NoteKind;
import zhai.model.Tag;

/// A record whose end is still to come.
final class OpenRecord {
  /// The record it stands in, or null.
  final @Nullable OpenRecord outer;

  /// A heading of this level or a higher one ends it.
  final int level;

  /// Where its link begins.
  final int start;

  private final LoneLink opening;
  private final int bodyStart;
  private final @Nullable LocalDate day;
  private final List<String> passages = new ArrayList<>();
  private int lastWordsEnd = -1;

  OpenRecord(Opening at, @Nullable OpenRecord outer, @Nullable LocalDate day) {
    this.opening = at.link;
    this.level = at.level;
    this.bodyStart = at.bodyStart;
    this.start = at.link.link().start();
    this.outer = outer;
    this.day = day;
  }

  /// Where and how one begins.
  record Opening(LoneLink link, int level, int bodyStart) {}

  /// How many records it stands in.
  int depth() {
    return outer == null ? 0 : 1 + outer.depth();
  }

  /// Whether it or one that it stands in is about that page.
  boolean isAbout(String url) {
    return opening.link().url().equals(url) || (outer != null && outer.isAbout(url));
  }

  /// Words of its body, in their order.
  ///
  /// @param end where they end in the note's text
  void add(String passage, int end) {
    if (!passage.isEmpty()) {
      passages.add(passage);
    }
    lastWordsEnd = end;
  }

  /// The whole record.
  ///
  /// @param limit where it ends at the latest: the begin of a line, or the end of the text
  NoteRecord closed(String file, NoteText text, int limit) {
    int from = text.bodyStart(bodyStart, limit);
    int to = text.bodyEnd(from, limit);
    String body = text.raw().substring(from, to);
    Spot link = opening.link();
    int line = text.lineOf(start) + 1;
    int lastLine = body.isEmpty() ? line : text.lineOf(to - 1) + 1;
    return new NoteRecord(
        NoteKind.RECORD,
        link.url(),
        opening.title(),
        link.label(),
        new NotePlace(file, line, Math.max(line, lastLine)),
        day,
        body,
        tags(body, from),
        passages);
  }

  private List<Tag> tags(String body, int bodyStart) {
    boolean endsInWords = lastWordsEnd >= bodyStart + body.stripTrailing().length();
    String lastLine = endsInWords ? NoteText.lastLine(body) : "";
    return Stream.concat(opening.tags().stream(), Hashtags.inLine(lastLine).stream())
        .distinct()
        .toList();
  }
}
