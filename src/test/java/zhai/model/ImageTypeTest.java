package zhai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import zhai.loopback.TestPicture;

/// What a picture is and how large it claims to be is told by its head.
class ImageTypeTest {
  private static Bytes bytes(String hex) {
    return Bytes.of(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          JPEG | 640  | 360   | ffd8 ffe0 0004 0000 ffff c2 0011 08 0168 0280 03
          JPEG | -    | -     | ffd8 ffc4 0004 0000 ffc8 0002 ffcc 0002 ffda 0002 1234
          JPEG | -    | -     | ffd8 ffe0 ffff 00
          JPEG | -    | -     | ffd8 ffff ffff ffff ffff
          PNG  | 4096 | 2     | 89504e47 0d0a1a0a 0000000d 49484452 00001000 00000002
          PNG  | -    | -     | 89504e47 0d0a1a0a 0000000d 49484452 80000000 00000002
          PNG  | -    | -     | 89504e47 0d0a1a0a
          GIF  | 258  | 3     | 474946383961 0201 0300
          WEBP | 16384 | 2    | 52494646 00000000 57454250 56503858 0a000000 00000000 ff3f00 010000
          WEBP | 16384 | 16384 | 52494646 00000000 57454250 5650384c 00000000 2f ffffff0f
          WEBP | 100  | 50    | 52494646 00000000 57454250 56503820 00000000 000000 9d012a 6400 3200
          AVIF | 800  | 600   | 0000001c 66747970 61766966 00000000 6d696631 69737065 00000000 00000320 00000258
          AVIF | 800  | 600   | 0000001c 66747970 6d696631 00000000 6d696631 61766966 69737065 00000000 00000040 00000040 00000014 69737065 00000000 00000320 00000258
          AVIF | -    | -     | 0000001c 66747970 61766973 00000000
          """)
  void claimsASize(ImageType type, Integer width, Integer height, String hex) {
    assertEquals(Optional.of(type), ImageType.of(bytes(hex)));
    assertEquals(
        Optional.ofNullable(width).map(it -> new ImageSize(it, height)),
        ImageSize.of(type, bytes(hex)));
  }

  @ParameterizedTest
  @CsvSource({
    "3c7376673e", // <svg>
    "3c3f786d6c20", // <?xml
    "3c68746d6c3e", // <html>
    "255044462d", // %PDF-
    "424d36", // BMP
    "0000001c667479706865696300000000", // HEIC
    "474946383861", // GIF88a
    "524946460000000057415645", // WAVE
    "ffd8",
    "00"
  })
  void isNoneOfTheKindsThatAreKept(String hex) {
    assertEquals(Optional.empty(), ImageType.of(bytes(hex)));
  }

  @Test
  void isWhatAnEncoderWrites() {
    assertSize(TestPicture.png(1));
    assertSize(TestPicture.as("jpg", 1));
    assertSize(TestPicture.as("gif", 1));
  }

  private static void assertSize(Bytes picture) {
    ImageType type = ImageType.of(picture).orElseThrow();
    assertEquals(Optional.of(new ImageSize(40, 40)), ImageSize.of(type, picture));
  }

  @ParameterizedTest
  @EnumSource
  void hasTheNameThatBrowsersKnow(ImageType type) {
    assertEquals(
        switch (type) {
          case JPEG -> "image/jpeg jpg";
          case PNG -> "image/png png";
          case GIF -> "image/gif gif";
          case WEBP -> "image/webp webp";
          case AVIF -> "image/avif avif";
        },
        type.mediaType() + " " + type.ending());
  }

  @Test
  void ofTheLargestKindIsCountedRight() {
    assertEquals(
        4_611_686_014_132_420_609L, new ImageSize(Integer.MAX_VALUE, Integer.MAX_VALUE).pixels());
  }
}
