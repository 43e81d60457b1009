/// Measures the extractor on sets of pages whose text somebody has written down: `mvn -Pextraction
/// verify -Dset=DIR` prints a table of any set, {@link zhai.measure.FloorTest} holds the bundled
/// one above its floors.
///
/// A set is a folder with `gold.jsonl`, one page a line (see {@link zhai.measure.GoldPage}), and
/// `html/ID.html.gz` or `html/ID.html`, the bytes of each page as they came. The formulas are those
/// of the benchmarks from which such sets come; {@link zhai.measure.ScorerTest} has examples.
///
/// It measures searching, too: `mvn -Pretrieval verify -Dset=DIR[,DIR]`, on a folder of documents,
/// queries and judgments ({@link zhai.measure.RetrievalSet}).
@NullMarked
package zhai.measure;

import org.jspecify.annotations.NullMarked;
