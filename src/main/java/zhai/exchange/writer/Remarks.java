package zhai.exchange.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import zhai.exchange.With;
import zhai.model.Entry;
import zhai.model.Mark;

/// The marks on a page as plain text, for formats that have a field for remarks and no more.
final class Remarks {
  private Remarks() {}

  /// A text for each excerpt (in quotation marks), comment and note that is wanted, in the order in
  /// which they were added.
  static List<String> of(Entry entry, Set<With> with) {
    List<String> parts = new ArrayList<>();
    for (Mark mark : wanted(entry.marks(), with)) {
      switch (mark) {
        case Mark.Excerpt excerpt -> {
          parts.add("“" + excerpt.quote().strip() + "”");
          if (excerpt.comment() != null && !excerpt.comment().isBlank()) {
            parts.add(excerpt.comment().strip());
          }
        }
        case Mark.Note note -> parts.add(note.text().strip());
      }
    }
    return parts;
  }

  /// Those of the marks that are wanted.
  static List<Mark> wanted(List<Mark> marks, Set<With> with) {
    return marks.stream()
        .filter(mark ->
            switch (mark) {
              case Mark.Excerpt _ -> with.contains(With.EXCERPTS);
              case Mark.Note _ -> with.contains(With.NOTES);
            })
        .toList();
  }
}
