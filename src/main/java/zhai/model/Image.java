package zhai.model;

import java.util.Base64;
import java.util.Optional;

/// A picture as a file of one of the kinds that are kept.
public record Image(ImageType type, Bytes bytes) {

  /// The file as a picture; empty if it is none of a kind that is kept.
  public static Optional<Image> of(Bytes file) {
    return ImageType.of(file).map(type -> new Image(type, file));
  }

  /// The picture as an address that holds it whole (RFC 2397).
  public String dataAddress() {
    String base64 = Base64.getEncoder().encodeToString(bytes.toArray());
    return "data:" + type.mediaType() + ";base64," + base64;
  }
}
