package zhai.exchange;

import java.io.IOException;

/// Being written.
public final class HtmlList implements ReadingListWriter {
  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    out.append(list.title());
  }
}
