package zhai.survival;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;

/// One bit of a file that turns over, as it does on a disk that ages.
///
/// @param at the byte
/// @param bit which of its bits, from 0
record BitFlip(Path file, long at, int bit) {

  /// Flips a bit anywhere in the file.
  static BitFlip in(Path file, Random random) throws IOException {
    BitFlip flip = new BitFlip(file, random.nextLong(file.toFile().length()), random.nextInt(8));
    flip.turn();
    return flip;
  }

  /// Flips it, or flips it back.
  void turn() throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int there = bytes.read();
      bytes.seek(at);
      bytes.write(there ^ (1 << bit));
    }
  }
}
