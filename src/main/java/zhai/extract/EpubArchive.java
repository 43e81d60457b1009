package zhai.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The texts in an EPUB's zip archive by their names. Pictures and fonts are passed over. Nothing
/// is written anywhere, so a name that leads out of the archive leads nowhere; an archive that
/// unfolds to more than a book can be is refused.
final class EpubArchive {
  private static final int MAX_ENTRIES = 20_000;
  private static final long MAX_UNPACKED_BYTES = 300L * 1024 * 1024;
  private static final long MAX_TEXT_BYTES = 60L * 1024 * 1024;

  private final Map<String, byte[]> texts = new HashMap<>();
  private long unpacked;
  private long kept;

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
    boolean wanted = name.toLowerCase(Locale.ROOT).matches("[^\\\\:]{1,500}\\.(?:x?html?|xml|opf)");
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      unpacked += n;
      kept += wanted ? n : 0;
      if (unpacked > MAX_UNPACKED_BYTES || kept > MAX_TEXT_BYTES) {
        throw new IOException("larger unpacked than a book can be");
      }
      if (wanted) {
        text.write(buffer, 0, n);
      }
    }
    if (wanted) {
      texts.putIfAbsent(name, text.toByteArray());
    }
  }

  /// The text of that name in the archive, or null.
  @Nullable String text(String name) {
    byte[] bytes = texts.get(name);
    return bytes == null ? null : BodyDecoder.decode(bytes, null).text();
  }
}
