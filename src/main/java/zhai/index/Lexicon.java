package zhai.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhai.index.PieceScanner.Kind;
import zhai.index.PieceScanner.Piece;

/// What words mean the same, and which runs of characters are words: the shipped computing terms in
/// Chinese and English, and what a user adds to them. {@link LexiconReader} reads both.
///
/// Forms are compared as everything is: case, width and script make no difference, nor does white
/// space beside Chinese.
public final class Lexicon {
  private final Map<String, List<List<Piece>>> others = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final List<String> faults;

  /// The first pieces of forms of several.
  private final Set<String> beginnings = new HashSet<>();

  private int longest;

  /// @param groups forms that mean the same
  /// @param words runs that are words
  Lexicon(List<List<List<Piece>>> groups, List<List<Piece>> words, List<String> faults) {
    groups.forEach(this::addGroup);
    words.forEach(word -> this.words.add(remembered(word)));
    this.faults = List.copyOf(faults);
  }

  private void addGroup(List<List<Piece>> forms) {
    for (List<Piece> form : forms) {
      List<List<Piece>> known = others.computeIfAbsent(remembered(form), _ -> new ArrayList<>());
      forms.stream().filter(other -> !key(other).equals(key(form))).forEach(known::add);
    }
  }

  private String remembered(List<Piece> form) {
    longest = Math.max(longest, form.size());
    if (form.size() > 1) {
      beginnings.add(form.getFirst().text());
    }
    return key(form);
  }

  /// What could not be understood in the files that it was read from: sentences with file and line.
  public List<String> faults() {
    return faults;
  }

  /// The pieces as one text, with a space only where one matters.
  static String key(List<Piece> pieces) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      boolean betweenWords =
          i > 0 && pieces.get(i - 1).kind() == Kind.RUN && pieces.get(i).kind() == Kind.RUN;
      key.append(betweenWords ? " " : "").append(pieces.get(i).text());
    }
    return key.toString();
  }

  /// Whether a form of several pieces may begin with this one.
  boolean mayBegin(Piece piece) {
    return beginnings.contains(piece.text());
  }

  /// The other forms of something, also of its English plural; none if it is in no group.
  List<List<Piece>> others(List<Piece> form) {
    String key = key(form);
    List<List<Piece>> found = others.get(key);
    boolean plural = found == null && key.endsWith("s") && !key.endsWith("ss");
    return found != null
        ? found
        : others.getOrDefault(plural ? key.substring(0, key.length() - 1) : key, List.of());
  }

  /// The longest form of a group that begins at a piece of a run.
  Optional<List<Piece>> formAt(List<Piece> run, int from) {
    int furthest = mayBegin(run.get(from)) ? from + longest : from + 1;
    for (int to = Math.min(run.size(), furthest); to > from; to--) {
      List<Piece> form = run.subList(from, to);
      if (!others(form).isEmpty()) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /// The longest of the user's words that begins at a piece of a run.
  Optional<List<Piece>> wordAt(List<Piece> run, int from) {
    int furthest = mayBegin(run.get(from)) ? from + longest : from + 1;
    for (int to = Math.min(run.size(), furthest); to > from && !words.isEmpty(); to--) {
      if (words.contains(key(run.subList(from, to)))) {
        return Optional.of(run.subList(from, to));
      }
    }
    return Optional.empty();
  }
}
