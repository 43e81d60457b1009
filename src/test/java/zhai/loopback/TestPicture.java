package zhai.loopback;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import zhai.model.Bytes;

/// Small true pictures, each another one by its number.
public final class TestPicture {
  private static final int SIDE = 40;

  private TestPicture() {}

  /// A PNG of noise, some five kilobytes: no icon by its size.
  public static Bytes png(long number) {
    return written(noise(number), "png");
  }

  /// In another format that Java writes: `jpg`, `gif`.
  public static Bytes as(String format, long number) {
    return written(noise(number), format);
  }

  /// A picture as it is written into a page.
  public static String dataAddress(Bytes png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toArray());
  }

  private static BufferedImage noise(long number) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(number);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, random.nextInt());
    }
    return image;
  }

  private static Bytes written(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return Bytes.of(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
