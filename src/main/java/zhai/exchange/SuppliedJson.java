package zhai.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhai.exchange.JsonFields.WrongKey;
import zhai.model.PageDate;
import zhai.model.ReadingState;
import zhai.model.Tag;

/// A line that a person or a script wrote: only `url` must be there.
///
/// `title`, `text`, `byline`, `site` and `lang` are strings; `published` is a date as {@link
/// PageDate} writes it; `tags` a list of strings; `notes` a list of strings or of `{"text"}`;
/// `excerpts` a list of strings or of `{"quote", "comment"?}`; `added` and `read` a time
/// (`2026-01-04T08:30:00Z`, any offset) or a day, which begins in UTC; `state` is `unread` or
/// `read`; `starred` true or false. Blank tags, notes and quotes say nothing and are passed over; a
/// comment on a blank quote is a note.
final class SuppliedJson {
  private SuppliedJson() {}

  static ImportLine read(JsonFields line) throws WrongKey {
    String url = line.text("url");
    if (url.isBlank()) {
      throw line.wrong("url", "should not be blank");
    }
    String text = line.textOrNull("text");
    ImportLine.Supplied noted = ImportLine.Supplied.of(url).noted(readNotes(line));
    return Remark.on(noted, readRemarks(line).stream())
        .titled(line.textOrNull("title"))
        .paged(text == null ? null : new ImportLine.PageGiven.Text(text))
        .stating(readFacts(line))
        .tagged(readTags(line))
        .standing(readStanding(line));
  }

  private static ImportLine.Standing readStanding(JsonFields line) throws WrongKey {
    return new ImportLine.Standing(
        line.parsedOrNull("added", SuppliedJson::parseTime, "a time or a day"),
        line.parsedOrNull("read", SuppliedJson::parseTime, "a time or a day"),
        line.parsedOrNull("state", ReadingState::ofLabel, "\"unread\" or \"read\""),
        line.flag("starred"));
  }

  private static ImportLine.Facts readFacts(JsonFields line) throws WrongKey {
    return new ImportLine.Facts(
        line.wordsOrNull("byline"),
        line.wordsOrNull("site"),
        line.wordsOrNull("lang"),
        line.parsedOrNull("published", SuppliedJson::parseDate, "a date such as 2026-01-04"));
  }

  private static List<Tag> readTags(JsonFields line) throws WrongKey {
    return line.texts("tags").stream().flatMap(label -> Tags.parse(label).stream()).toList();
  }

  private static List<ImportLine.Words> readNotes(JsonFields line) throws WrongKey {
    List<ImportLine.Words> notes = new ArrayList<>();
    for (JsonNode element : line.elements("notes")) {
      String note = words(line, "notes", element, "text");
      if (note != null) {
        notes.add(ImportLine.Words.of(note));
      }
    }
    return notes;
  }

  private static List<Remark> readRemarks(JsonFields line) throws WrongKey {
    List<Remark> remarks = new ArrayList<>();
    for (JsonNode element : line.elements("excerpts")) {
      String quote = words(line, "excerpts", element, "quote");
      String comment =
          element.isObject() ? new JsonFields(element, "excerpts").textOrNull("comment") : null;
      remarks.add(new Remark(quote, comment, null));
    }
    return remarks;
  }

  // An element is the words themselves, or an object that has them under a key.
  private static @Nullable String words(JsonFields line, String list, JsonNode element, String key)
      throws WrongKey {
    String words;
    if (element.isTextual()) {
      words = element.textValue();
    } else if (element.isObject()) {
      words = new JsonFields(element, list).text(key);
    } else {
      throw line.wrong(list, "should be a list of strings or of {\"" + key + "\"}");
    }
    return words.isBlank() ? null : words;
  }

  private static PageDate parseDate(String text) {
    return PageDate.parse(text).orElseThrow(IllegalArgumentException::new);
  }

  private static Instant parseTime(String text) {
    Instant time = Times.parse(text);
    if (time == null) {
      throw new IllegalArgumentException(text);
    }
    return time;
  }
}
