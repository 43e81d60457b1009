package zhai.measure;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;

/// A browser's bookmark file of any size, the same each time: folders in folders, icons, Chinese
/// and English titles, descriptions, links with share parameters.
public final class BookmarkFile {
  private static final int PER_FOLDER = 40;

  private BookmarkFile() {}

  /// Writes links `https://site-N.example/…`, all different.
  ///
  /// @param iconBytes size of each link's icon, which is most of such a file
  public static void write(Path file, int links, int iconBytes) throws IOException {
    Random random = new Random(20260104);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n");
      for (int i = 0; i < links; i++) {
        if (i % PER_FOLDER == 0) {
          out.write(i == 0 ? "" : "    </DL><p>\n");
          out.write("    <DT><H3 ADD_DATE=\"1700000000\">夹 %d</H3>\n    <DL><p>\n".formatted(i));
        }
        byte[] icon = new byte[iconBytes];
        random.nextBytes(icon);
        out.write(
            "        <DT><A HREF=\"%s\" ADD_DATE=\"%d\" ICON=\"data:image/png;base64,%s\">%s</A>\n"
                .formatted(
                    address(i),
                    1_700_000_000L + i,
                    Base64.getEncoder().encodeToString(icon),
                    "小模型的知识冲突 &amp; small models " + i));
        out.write(i % 5 == 0 ? "        <DD>以后再读 %d\n".formatted(i) : "");
      }
      out.write("    </DL><p>\n</DL>\n");
    }
  }

  /// The link's address as it stands in the file.
  static String address(int link) {
    return "https://site-%d.example/post/%d?utm_source=share".formatted(link % 97, link);
  }
}
