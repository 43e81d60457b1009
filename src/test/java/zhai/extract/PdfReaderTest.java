package zhai.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import zhai.model.Verdict;

class PdfReaderTest {
  private final Extractor extractor = new Extractor(List.of());

  @Test
  void readsPagesInOrderWithTitleAndAuthor() throws IOException {
    var article =
        extractor
            .extract(
                Pages.of(
                    pdf("", "The first page of it.", "The second page of it."), "application/pdf"))
            .article();

    assertNotNull(article);
    assertEquals("On tides", article.title());
    assertEquals("Ana Ruiz", article.byline());
    String text = article.content().text();
    assertTrue(text.indexOf("first page") < text.indexOf("second page"), text);
    assertTrue(article.content().html().contains("<hr"), article.content().html());
  }

  @Test
  void saysThatAnEncryptedFileNeedsItsPassword() throws IOException {
    Extraction extraction =
        extractor.extract(Pages.of(pdf("secret", "Hidden words here."), "application/pdf"));

    assertEquals(Verdict.UNSUPPORTED, extraction.verdict());
    assertTrue(("" + extraction.detail()).contains("encrypted"));
  }

  @Test
  void saysThatAScanHasNoText() throws IOException {
    Extraction extraction = extractor.extract(Pages.of(pdf("", ""), "application/pdf"));

    assertEquals(Verdict.UNSUPPORTED, extraction.verdict());
    assertTrue(("" + extraction.detail()).contains("no text"));
  }

  @Test
  void saysThatABrokenFileIsBroken() {
    Extraction extraction =
        extractor.extract(Pages.of("%PDF-1.7\nnothing more", "application/pdf"));

    assertEquals(Verdict.UNSUPPORTED, extraction.verdict());
    assertTrue(("" + extraction.detail()).contains("broken"));
  }

  @Test
  void passesOverDrawingStatesAndLettersThatNoPageHas() throws IOException {
    byte[] file;
    try (var pdf = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      var page = new PDPage();
      pdf.addPage(page);
      try (var stream = new PDPageContentStream(pdf, page, AppendMode.OVERWRITE, true)) {
        stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        for (int i = 0; i < 3_000; i++) {
          stream.saveGraphicsState();
        }
        stream.beginText();
        for (int i = 0; i < 3_000; i++) {
          stream.showText("the tide went out and came back in the night and nobody saw it at all ");
        }
        stream.endText();
        for (int i = 0; i < 3_000; i++) {
          stream.restoreGraphicsState();
        }
      }
      pdf.save(out);
      file = out.toByteArray();
    }
    Extraction extraction = extractor.extract(Pages.of(file, "application/pdf"));

    assertEquals(Verdict.READ, extraction.verdict());
    int length = extraction.article().content().text().length();
    assertTrue(length > 150_000 && length <= 200_000, "" + length);
  }

  private static byte[] pdf(String password, String... pages) throws IOException {
    try (var pdf = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      pdf.getDocumentInformation().setTitle("On tides");
      pdf.getDocumentInformation().setAuthor("Ana Ruiz");
      for (String text : pages) {
        addPage(pdf, text);
      }
      if (!password.isEmpty()) {
        pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      pdf.save(out);
      return out.toByteArray();
    }
  }

  private static void addPage(PDDocument pdf, String text) throws IOException {
    var page = new PDPage();
    pdf.addPage(page);
    try (var stream = new PDPageContentStream(pdf, page)) {
      stream.beginText();
      stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      stream.newLineAtOffset(72, 700);
      stream.showText(text);
      stream.endText();
    }
  }
}
