package zhai.store;

import java.util.zip.Deflater;

/// How much work is put into making a body smaller.
enum Packing {
  /// Markup and text become a fifth.
  TEXT(Deflater.DEFAULT_COMPRESSION),
  /// Pictures are packed already; all that packing them again would do is take time.
  IMAGE(Deflater.NO_COMPRESSION);

  private final int level;

  Packing(int level) {
    this.level = level;
  }

  int level() {
    return level;
  }
}
