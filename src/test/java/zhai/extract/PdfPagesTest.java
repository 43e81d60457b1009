package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import zhai.model.Article;
import zhai.model.Content;

/// A paper with a running head, numbered pages, two columns and a title that only its size tells.
class PdfPagesTest {
  private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  /// Where a line is written and how large, in points from the lower left corner.
  private record Place(int size, int x, int y) {}

  private static Article paper() throws IOException {
    try (var pdf = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      pdf.getDocumentInformation().setTitle("Microsoft Word - draft7.docx");
      for (int number = 1; number <= 4; number++) {
        var page = new PDPage();
        pdf.addPage(page);
        try (var out = new PDPageContentStream(pdf, page)) {
          write(out, new Place(9, 50, 760), "Journal of Rivers, vol. " + number);
          if (number == 1) {
            write(out, new Place(22, 50, 720), "How tides");
            write(out, new Place(22, 50, 695), "turn in estuaries");
          }
          write(out, new Place(10, 50, 640), "Left column on page " + word(number) + " is broad-");
          write(out, new Place(10, 50, 628), "ly written.");
          write(out, new Place(10, 320, 640), "Right column on page " + word(number) + " follows.");
          write(out, new Place(9, 300, 30), "- " + number + " -");
        }
      }
      pdf.save(bytes);
      Article article =
          new Extractor(List.of())
              .extract(Pages.of(bytes.toByteArray(), "application/pdf"))
              .article();
      assertNotNull(article);
      return article;
    }
  }

  private static String word(int number) {
    return List.of("one", "two", "three", "four").get(number - 1);
  }

  private static void write(PDPageContentStream out, Place place, String text) throws IOException {
    out.beginText();
    out.setFont(FONT, place.size());
    out.newLineAtOffset(place.x(), place.y());
    out.showText(text);
    out.endText();
  }

  @Test
  void takesTheLargestTextForTheTitleWhereTheFileNamesAnotherFile() throws IOException {
    assertEquals("How tides turn in estuaries", paper().title());
  }

  @Test
  void leavesOutRunningHeadsAndPageNumbersAndJoinsHyphenatedWords() throws IOException {
    String text = paper().content().text();
    assertFalse(text.contains("Journal of Rivers"), text);
    assertFalse(text.contains("- 2 -"), text);
    assertTrue(text.contains("is broadly written."), text);
  }

  @Test
  void readsOneColumnAfterTheOther() throws IOException {
    String text = paper().content().text();
    assertTrue(text.indexOf("written.") < text.indexOf("Right column on page one"), text);
  }

  @Test
  void saysOnWhichPageAPlaceStands() throws IOException {
    Content content = paper().content();
    for (int number = 1; number <= 4; number++) {
      int place = content.text().indexOf("Right column on page " + word(number));
      assertEquals(OptionalInt.of(number), PdfPages.at(content, place));
    }
    assertEquals(OptionalInt.empty(), PdfPages.at(new Content("<p>a</p>", "a", "a"), 0));
  }
}
