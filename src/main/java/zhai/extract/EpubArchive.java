package zhai.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import zhai.model.Bytes;

/// The texts and pictures in an EPUB's zip archive by their names. Fonts and sounds are passed
/// over, and pictures beyond a limit. Nothing is written anywhere, so a name that leads out of the
/// archive leads nowhere; an archive that unfolds to more than a book can be is refused.
final class EpubArchive {
  private static final int MAX_ENTRIES = 20_000;
  private static final long MAX_UNPACKED_BYTES = 300L * 1024 * 1024;
  private static final long MAX_TEXT_BYTES = 60L * 1024 * 1024;

  private static final int MAX_PICTURE_BYTES = 5_000_000;
  private static final int MAX_PICTURES_BYTES = 50_000_000;

  private static final Pattern TEXT = Pattern.compile("[^\\\\:]{1,500}\\.(?:x?html?|xml|opf)");
  private static final Pattern PICTURE =
      Pattern.compile("[^\\\\:]{1,500}\\.(?:jpe?g|png|gif|webp|avif)");

  private final Map<String, byte[]> texts = new HashMap<>();
  private final Map<String, Bytes> pictures = new HashMap<>();
  private long unpacked;
  private long kept;
  private int keptPictures;

  private EpubArchive() {}

  /// @throws IOException if it is damaged, or larger unpacked than a book can be
  static EpubArchive read(byte[] bytes) throws IOException {
    EpubArchive archive = new EpubArchive();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MAX_ENTRIES) {
          throw new IOException("more files than a book has");
        }
        archive.add(entry.getName(), zip);
      }
    }
    return archive;
  }

  private void add(String name, ZipInputStream zip) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (TEXT.matcher(lower).matches()) {
      byte[] text = unpacked(zip, (int) (MAX_TEXT_BYTES - kept));
      kept += text.length;
      texts.putIfAbsent(name, text);
      refuseMoreThanABook();
    } else {
      int room = Math.min(MAX_PICTURE_BYTES, MAX_PICTURES_BYTES - keptPictures);
      byte[] picture = unpacked(zip, PICTURE.matcher(lower).matches() ? room : 0);
      if (picture.length > 0 && picture.length <= room) {
        keptPictures += picture.length;
        pictures.putIfAbsent(name, Bytes.of(picture));
      }
    }
  }

  /// What an entry holds; its beginning, longer than `most`, if it is longer than that.
  private byte[] unpacked(ZipInputStream zip, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      unpacked += n;
      refuseMoreThanABook();
      if (most > 0 && bytes.size() <= most) {
        bytes.write(buffer, 0, n);
      }
    }
    return bytes.toByteArray();
  }

  private void refuseMoreThanABook() throws IOException {
    if (unpacked > MAX_UNPACKED_BYTES || kept > MAX_TEXT_BYTES) {
      throw new IOException("larger unpacked than a book can be");
    }
  }

  /// The picture of that name in the archive, or null.
  @Nullable Bytes picture(String name) {
    return pictures.get(name);
  }

  /// The text of that name in the archive, or null.
  @Nullable String text(String name) {
    byte[] bytes = texts.get(name);
    return bytes == null ? null : BodyDecoder.decode(bytes, null).text();
  }
}
