package zhai.extension;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the extension may ask for. Each is a JSON object with its `type`, and an `id` that its
/// answer bears too.
///
/// | type | keys | answered by |
/// |---|---|---|
/// | `hello` | | `{"version","protocol","images"}`: the last false where no pictures are kept |
/// | `known` | `url` | `{"entry"}`: as `zhai list --json` has it, or null |
/// | `tags` | | `{"tags"}`: labels, most used first |
/// | `page` | `part`, `text` | `{"characters"}`: how much of the page has come |
/// | `save` | `url`, `html` or `parts`, and if wanted `title`, `excerpt`, `comment`, `note`, `tags` | `{"isNew","verdict","detail","comparison","takesPlace","images","entry"}` |
/// | `images` | `url` | `{"images"}`, after asking for the pictures of a page that is kept |
///
/// `images` of an answer is `{"kept","missing","bytes"}`, as `zhai show --json` has it.
///
/// What can't be done is answered by `{"type":"error","sentence"}`.
sealed interface Request {

  /// Is anybody there?
  record Hello() implements Request {}

  /// Is this address in the library?
  record Known(String url) implements Request {}

  /// The labels to choose from.
  record Tags() implements Request {}

  /// A piece of a page that is too long for one message.
  ///
  /// @param part its number; 0 begins a new page
  record Page(int part, String text) implements Request {}

  /// A page as it stands, to be kept.
  ///
  /// @param html the page; null if it came in pieces before
  /// @param parts in how many
  record Save(String url, @Nullable String html, int parts, Words words) implements Request {}

  /// The pictures of a page that is kept, to be asked for where they are: a wish of its own, for it
  /// uses the network.
  record Images(String url) implements Request {}

  /// What the person typed and picked; what they left empty is null.
  record Words(
      @Nullable String title,
      @Nullable String excerpt,
      @Nullable String comment,
      @Nullable String note,
      List<String> tags) {
    public Words {
      tags = List.copyOf(tags);
    }
  }
}
