package zhai.store;

import java.util.zip.Deflater;

/// How much work is put into making a body smaller.
enum Packing {
  /// Markup and text become a quarter. The usual level, 6, makes of real pages 4 % less, in one and
  /// a half times the time.
  TEXT(4),
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
