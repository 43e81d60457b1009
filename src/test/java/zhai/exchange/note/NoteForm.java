package zhai.exchange.note;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhai.exchange.NoteRecord;
import zhai.model.Tag;

/// What was read of a note, as the `.expected` files have it:
///
/// ```
/// front title | tags | day
/// 15-17 record https://… | title | tags | day
/// > a line of the body
/// = a passage, its line breaks as ⏎
/// 20 ~ in code https://…
/// ```
final class NoteForm {
  private NoteForm() {}

  static String of(NoteFile note) {
    return front(note.front())
        + note.items().stream().map(NoteForm::of).collect(Collectors.joining());
  }

  private static String front(FrontMatter front) {
    boolean none = front.title() == null && front.day() == null && front.tags().isEmpty();
    return none
        ? ""
        : "front %s | %s | %s%s\n"
            .formatted(
                text(front.title()),
                tags(front.tags()),
                text(front.day()),
                front.ofZhai() ? " | zhai" : "");
  }

  private static String of(NoteItem item) {
    return switch (item) {
      case NoteItem.Found(NoteRecord record) -> of(record);
      case NoteItem.Skipped(String url, int line, var why) ->
          "%d ~ %s %s\n".formatted(line, why.sentence(), url);
    };
  }

  private static String of(NoteRecord record) {
    StringBuilder form = new StringBuilder();
    form.append(
        "%d-%d %s %s | %s | %s | %s\n"
            .formatted(
                record.place().line(),
                record.place().lastLine(),
                record.kind().label(),
                record.url(),
                text(record.title()),
                tags(record.tags()),
                text(record.day())));
    if (!record.body().isEmpty()) {
      for (String line : record.body().split("\\R", -1)) {
        form.append(line.isEmpty() ? ">\n" : "> " + line + "\n");
      }
    }
    for (String passage : record.passages()) {
      form.append("= ").append(passage.replaceAll("\\R", "⏎")).append('\n');
    }
    return form.toString();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private static String tags(List<Tag> tags) {
    return tags.isEmpty()
        ? "-"
        : tags.stream().map(tag -> "#" + tag.label()).collect(Collectors.joining(" "));
  }
}
