package zhai.exchange;

import java.util.Optional;
import zhai.model.Tag;

/// Tags as files bring them.
public final class Tags {
  private Tags() {}

  /// The tag, or empty when the label holds nothing but `#` and white space.
  public static Optional<Tag> parse(String label) {
    try {
      return Optional.of(new Tag(label));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
