package zhai.extract;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhai.fetch.SavedPage;
import zhai.measure.GoldPage;
import zhai.measure.GoldSet;
import zhai.measure.PageScore;

/// A page whose text is known, as the model sees it.
record LabelledPage(GoldPage gold, List<LabelledBlock> blocks) {
  private static final Pattern HOST = Pattern.compile("https?://([^/:?#]+)");

  /// @param row its features
  /// @param weight see {@link TextWeight}
  record LabelledBlock(String text, double[] row, double weight, BlockLabels.Label label) {}

  /// @param set the set of pages that the page belongs to
  record Scored(String set, PageScore score) {}

  /// The page's blocks with their labels; null if it is no HTML.
  static @Nullable LabelledPage of(GoldSet set, GoldPage gold) {
    var snapshot = SavedPage.read(set.bytes(gold)).snapshot(gold.url(), Instant.EPOCH);
    if (!(PageParser.parse(snapshot) instanceof Page.Html page)) {
      return null;
    }
    StructuredData data = StructuredData.of(page.index());
    PageMap map = PageMap.of(page.document().body());
    double[][] rows =
        BlockFeatures.of(map, PageClues.of(page, data, Metadata.read(page, data).title()));
    List<String> texts = map.blocks().stream().map(block -> text(map, block)).toList();
    List<BlockLabels.Label> labels = BlockLabels.of(gold, texts);
    Stream<LabelledBlock> blocks =
        IntStream.range(0, rows.length)
            .mapToObj(i ->
                new LabelledBlock(
                    texts.get(i), rows[i], map.blocks().get(i).weight(), labels.get(i)));
    return new LabelledPage(gold, blocks.toList());
  }

  /// The whole line: {@link Block#text()} is only its beginning.
  private static String text(PageMap map, Block block) {
    return map.texts().subList(block.texts().from(), block.texts().to()).stream()
        .map(text -> text.getWholeText())
        .collect(Collectors.joining())
        .strip();
  }

  /// The site it is of, so that a model isn't measured on a site that it has learned from: the last
  /// two labels of the host's name, or three where the second is short (`co.uk`).
  String site() {
    Matcher host = HOST.matcher(gold.url());
    if (!host.lookingAt()) {
      return gold.id();
    }
    List<String> labels = List.of(host.group(1).split("\\."));
    int count = labels.size();
    boolean regional = count > 2 && labels.get(count - 2).length() <= 3;
    return String.join(".", labels.subList(Math.max(0, count - (regional ? 3 : 2)), count));
  }

  /// How well a model finds its text.
  Scored score(AdditiveModel model) {
    double[][] rows = blocks.stream().map(LabelledBlock::row).toArray(double[][]::new);
    double[] weights = blocks.stream().mapToDouble(LabelledBlock::weight).toArray();
    BitSet chosen = ContentChooser.choose(rows, weights, model);
    String text =
        chosen.stream().mapToObj(i -> blocks.get(i).text()).collect(Collectors.joining("\n"));
    return new Scored(gold.set(), PageScore.of(gold, text));
  }
}
