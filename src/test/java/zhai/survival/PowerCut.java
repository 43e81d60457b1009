package zhai.survival;

import java.util.Random;

/// The power goes: what of the changes that nobody synced still came to the disk.
///
/// @param way how the disk wrote
/// @param now the number of the change that it was at
record PowerCut(Way way, int now, Random random) {
  private static final int SECTOR_BYTES = 512;
  private static final int ONE_IN = 8;

  /// The ways in which a disk puts off its work.
  enum Way {
    /// Nothing that it was not made to write.
    NOTHING,
    /// All that was written: the program alone was stopped.
    ALL,
    /// All up to some change, as a journal that is written from time to time.
    IN_ORDER,
    /// Some changes and some not.
    ANY
  }

  /// @param ended how many changes there were
  /// @param oldest the number of the oldest that is not sure
  static PowerCut among(int oldest, int ended, Random random) {
    Way way = Way.values()[random.nextInt(Way.values().length)];
    return new PowerCut(way, oldest + random.nextInt(Math.max(1, ended - oldest)), random);
  }

  boolean spares(int change) {
    return switch (way) {
      case NOTHING -> false;
      case ALL -> true;
      case IN_ORDER -> change <= now;
      case ANY -> random.nextBoolean();
    };
  }

  /// How much of a block of so many bytes was written; rarely it is torn.
  int sparedBytes(int bytes) {
    boolean whole = way == Way.ALL || random.nextInt(ONE_IN) > 0;
    return whole ? bytes : random.nextInt(bytes / SECTOR_BYTES + 1) * SECTOR_BYTES;
  }
}
