package zhai.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// How wide and high a picture says it is, in pixels, read off its head: nothing is unpacked. A
/// file of a few kilobytes can claim a thousand million pixels, and whoever shows it has to find
/// the memory for them.
public record ImageSize(int width, int height) {
  /// The heads of the formats stand at the beginning, but for a JPEG's, which comments and previews
  /// may precede.
  private static final int HEAD_BYTES = 512 * 1024;

  private static final int JPEG_MARKER = 0xff;

  /// DHT, JPG and DAC, which stand between the markers of frames.
  private static final Set<Integer> OTHER_MARKERS = Set.of(0xc4, 0xc8, 0xcc);

  /// The size of a picture; empty if it is not found where it should be.
  public static Optional<ImageSize> of(ImageType type, Bytes file) {
    ByteBuffer head = ByteBuffer.wrap(file.beginning(HEAD_BYTES));
    try {
      return switch (type) {
        case PNG -> size(head.getInt(16), head.getInt(20));
        case GIF -> size(little(head, 6, 2), little(head, 8, 2));
        case JPEG -> jpeg(head);
        case WEBP -> webp(head);
        case AVIF -> avif(head);
      };
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /// How many pixels that is.
  public long pixels() {
    return (long) width * height;
  }

  private static Optional<ImageSize> size(int width, int height) {
    return width > 0 && height > 0 ? Optional.of(new ImageSize(width, height)) : Optional.empty();
  }

  /// From one marker's segment to the next until the one of a frame, SOF0 to SOF15 (ISO 10918-1,
  /// table B.1), which begins with the precision, the height and the width.
  private static Optional<ImageSize> jpeg(ByteBuffer head) {
    int at = 2;
    while (true) {
      int marker = octet(head, at + 1);
      if (octet(head, at) != JPEG_MARKER) {
        return Optional.empty();
      }
      if (marker == JPEG_MARKER) {
        at++;
      } else if (isFrame(marker)) {
        return size(big(head, at + 7), big(head, at + 5));
      } else {
        at += 2 + Math.max(2, big(head, at + 2));
      }
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && !OTHER_MARKERS.contains(marker);
  }

  /// RFC 9649 §2.7 (extended), §3.4 (lossless); RFC 6386 §9.1 (lossy).
  private static Optional<ImageSize> webp(ByteBuffer head) {
    return switch (head.get(15)) {
      case 'X' -> size(little(head, 24, 3) + 1, little(head, 27, 3) + 1);
      case 'L' -> {
        int bits = little(head, 21, 4);
        yield size((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
      }
      default -> size(little(head, 26, 2) & 0x3fff, little(head, 28, 2) & 0x3fff);
    };
  }

  /// The property `ispe` (ISO 23008-12 §6.5.3): version and flags, width, height. Of several, as
  /// previews and tiles have, the largest.
  private static Optional<ImageSize> avif(ByteBuffer head) {
    String text = StandardCharsets.ISO_8859_1.decode(head.duplicate().rewind()).toString();
    Optional<ImageSize> largest = Optional.empty();
    for (int at = text.indexOf("ispe"); at >= 0; at = text.indexOf("ispe", at + 4)) {
      Optional<ImageSize> one = size(head.getInt(at + 8), head.getInt(at + 12));
      if (one.isPresent() && one.get().pixels() > largest.map(ImageSize::pixels).orElse(0L)) {
        largest = one;
      }
    }
    return largest;
  }

  private static int octet(ByteBuffer head, int at) {
    return head.get(at) & 0xff;
  }

  private static int big(ByteBuffer head, int at) {
    return head.getShort(at) & 0xffff;
  }

  private static int little(ByteBuffer head, int at, int octets) {
    int number = 0;
    for (int i = octets - 1; i >= 0; i--) {
      number = number << Byte.SIZE | octet(head, at + i);
    }
    return number;
  }
}
