package zhai.index;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import zhai.query.Query;

/// One search.
record Search(IndexSearcher searcher, Query query, SearchOptions options) {
  SearchResult run() throws IOException {
    return SearchResult.NONE;
  }
}
