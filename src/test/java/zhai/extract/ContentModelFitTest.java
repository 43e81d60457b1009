package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zhai.extract.BlockLabels.Label;
import zhai.extract.LabelledPage.LabelledBlock;
import zhai.extract.LogisticFit.Sample;
import zhai.measure.GoldPage;
import zhai.measure.GoldSet;

final class ContentModelFitTest {
  private static final GoldPage GOLD =
      GoldSet.open(Path.of("src/test/resources/zhai/extract/measured")).pages().getFirst();

  @Test
  void theFitTellsApartWhatCanBeToldApart() {
    List<Sample> samples =
        List.of(
            new Sample(new int[] {1, 3}, 1, 1),
            new Sample(new int[] {1, 4}, 1, 1),
            new Sample(new int[] {2, 3}, 0, 1),
            new Sample(new int[] {2, 4}, 0, 1));
    double[] weights = LogisticFit.fit(samples, 5, 10);
    assertTrue(weights[1] > 1 && weights[2] < -1, "the first feature decides");
    assertEquals(0, weights[3], 1e-3, "the second says nothing");
    assertEquals(0, weights[0], 1e-3, "and neither answer is likelier");
  }

  @Test
  void aLabelBetweenNoAndYesIsTheProbabilityThatIsLearned() {
    double bias = LogisticFit.fit(List.of(new Sample(new int[0], 0.75, 2)), 1, 1)[0];
    assertEquals(Math.log(3), bias, 1e-2);
  }

  @Test
  void fewValuesHaveABinEachAndLimitsLieBetweenThem() {
    Binning binning = Binning.of(new double[] {3, 0, 1, 0, 3});
    assertEquals(List.of(0.5, 2.0), binning.limits());
    assertEquals(
        List.of(0, 1, 2), DoubleStream.of(0, 1, 3).mapToInt(binning::bin).boxed().toList());
  }

  @Test
  void manyValuesAreDividedIntoTenths() {
    Binning binning = Binning.of(IntStream.range(0, 101).asDoubleStream().toArray());
    assertEquals(List.of(10.5, 20.5, 30.5, 40.5, 50.5, 60.5, 70.5, 80.5, 90.5), binning.limits());
  }

  @Test
  void aCommonValueHasOneBinAndTheGreatestNoLimit() {
    double[] values =
        DoubleStream.concat(
                DoubleStream.generate(() -> 7).limit(900), IntStream.range(-50, 0).asDoubleStream())
            .toArray();
    assertEquals(List.of(), Binning.of(DoubleStream.of(2, 2).toArray()).limits());
    assertTrue(Binning.of(values).limits().stream().allMatch(limit -> limit < 7));
  }

  @Test
  void aBlockCountsByTheRunsThatTheTextHasOfIt() {
    GoldPage gold = page("One two three four five six.\nShort line");
    List<Label> labels =
        BlockLabels.of(
            gold, List.of("one two three four five else", "Short line", "one two", "", "Menu"));
    assertEquals(
        List.of(
            new Label(5 / 6.0, 6),
            new Label(1, 2),
            new Label(0, 2),
            new Label(0, 0),
            new Label(0, 1)),
        labels);
  }

  @Test
  void theModelReadsWhatTheFitWrites() {
    AdditiveModel model =
        AdditiveModel.of("lines", ContentModelFit.model(List.of(toy(0.1, 0.9), toy(0.2, 0.7))));
    assertTrue(model.probability(row(0.15)) > 0.5);
    assertTrue(model.probability(row(0.8)) < 0.5);
  }

  /// A page with a block that belongs to its text and one that doesn't, told apart by their links.
  private static LabelledPage toy(double linksInText, double linksOutside) {
    return new LabelledPage(
        GOLD,
        List.of(
            new LabelledBlock("text", row(linksInText), 9, new Label(1, 9)),
            new LabelledBlock("menu", row(linksOutside), 9, new Label(0, 9))));
  }

  private static double[] row(double linkDensity) {
    double[] row = new double[Feature.COUNT];
    BlockFeatures.put(row, Feature.LINK_DENSITY, linkDensity);
    return row;
  }

  private static GoldPage page(String text) {
    return new GoldPage("id", "", "set", "en", null, "utf-8", text, null, null, null, null);
  }
}
