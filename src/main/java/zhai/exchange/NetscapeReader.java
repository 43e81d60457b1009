package zhai.exchange;

import java.io.IOException;
import java.io.Reader;

/// Being written.
public final class NetscapeReader implements ImportReader {
  @Override
  public void read(Reader in, Sink sink) throws IOException {}

  @Override
  public boolean recognises(String beginning) {
    return beginning.contains("NETSCAPE-Bookmark-file-1");
  }
}
