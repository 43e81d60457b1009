package zhai.cli;

import java.util.Iterator;
import java.util.List;
import zhai.library.Library;
import zhai.model.Entry;

/// Loads entries some at a time, so that a listing of the whole library needs little memory and
/// begins at once.
final class Pages {
  private static final int SIZE = 100;

  private Pages() {}

  /// The entries of these ids in their order, in pages; those removed in the meantime are left out.
  static Iterable<List<Entry>> of(Library library, List<Long> ids) {
    return () ->
        new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < ids.size();
          }

          @Override
          public List<Entry> next() {
            List<Long> page = ids.subList(at, Math.min(at + SIZE, ids.size()));
            at += page.size();
            return library.outlines(page);
          }
        };
  }
}
