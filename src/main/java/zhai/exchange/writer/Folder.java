package zhai.exchange.writer;

import java.io.IOException;
import java.io.OutputStream;

/// Where a {@link FolderWriter} puts its files.
@FunctionalInterface
public interface Folder {
  /// Opens a new file; closing it ends it.
  ///
  /// @param relativePath below the folder, `/` between folders; each name is one that {@link
  ///   zhai.exchange.FileNames} gave or that the format fixes
  /// @throws IOException if it can't be opened, or would not be inside the folder
  OutputStream open(String relativePath) throws IOException;
}
