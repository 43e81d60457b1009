package zhai.serve;

import zhai.library.ImageSource;
import zhai.library.PageSource;

/// Where pages come from that are added in the reader, and the pictures in them.
public record Web(PageSource pages, ImageSource images) implements AutoCloseable {
  @Override
  public void close() {
    images.close();
    pages.close();
  }
}
