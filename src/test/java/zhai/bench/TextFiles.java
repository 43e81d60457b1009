package zhai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The pages as text files, one for each, a thousand in a folder: what desktop search and grep look
/// at.
record TextFiles(Path folder) {
  private static final int FILES_IN_A_FOLDER = 1_000;

  static TextFiles write(Path folder, MadePages pages, int count) throws IOException {
    for (int number = 0; number < count; number++) {
      Path part = folder.resolve(Integer.toString(number / FILES_IN_A_FOLDER));
      if (number % FILES_IN_A_FOLDER == 0) {
        Files.createDirectories(part);
      }
      MadePages.MadePage page = pages.page(number);
      Files.writeString(part.resolve(number + ".txt"), page.title() + "\n\n" + page.text() + "\n");
    }
    return new TextFiles(folder);
  }
}
