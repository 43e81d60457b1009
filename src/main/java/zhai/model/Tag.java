package zhai.model;

import java.text.Normalizer;
import java.util.Locale;

/// A label on a bookmark, shown as it was first typed and compared by its {@link #key()}: `#RAG`,
/// `rag` and `ＲＡＧ` are one tag.
///
/// @param label as typed, without a leading `#` and without white space around it; inner white
///   space is a hyphen; never empty
public record Tag(String label) implements Comparable<Tag> {
  public Tag {
    label = label.strip().replaceFirst("^[#＃]+", "").strip().replaceAll("[\\s\\p{Cc}]+", "-");
    if (label.isEmpty()) {
      throw new IllegalArgumentException("a tag needs at least one character");
    }
  }

  /// The identity: compatibility-normalised (NFKC) and lower case.
  public String key() {
    return StreamSafe.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tag tag && key().equals(tag.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public int compareTo(Tag other) {
    return key().compareTo(other.key());
  }

  @Override
  public String toString() {
    return label;
  }
}
