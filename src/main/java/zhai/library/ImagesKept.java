package zhai.library;

import zhai.model.Bytes;

/// What became of the pictures of a bookmark's article.
///
/// @param id the bookmark
/// @param fresh those kept now
/// @param bytes their size
/// @param missing those of the article that are not kept, and stay links
public record ImagesKept(long id, int fresh, long bytes, int missing) {

  static ImagesKept none(long id) {
    return new ImagesKept(id, 0, 0, 0);
  }

  /// With one more that is kept now.
  ImagesKept with(Bytes image) {
    return new ImagesKept(id, fresh + 1, bytes + image.size(), missing);
  }

  /// With those that another step kept.
  ImagesKept plus(ImagesKept other) {
    return new ImagesKept(id, fresh + other.fresh, bytes + other.bytes, missing);
  }
}
