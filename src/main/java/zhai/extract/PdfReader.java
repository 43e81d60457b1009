package zhai.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;
import zhai.model.Verdict;

/// Reads the text of a PDF in reading order, page by page; a rule stands between pages. Title and
/// author are the file's own properties where they are filled in.
final class PdfReader {
  /// Pages read at most; a book has fewer.
  private static final int MAX_PAGES = 2_000;

  /// Less text than this on all pages together: they are pictures of text.
  private static final double MIN_WEIGHT = 20;

  private PdfReader() {}

  static Extraction read(Page.Pdf page) {
    try (PDDocument pdf =
        Loader.loadPDF(
            page.snapshot().body().toArray(),
            "",
            null,
            null,
            MemoryUsageSetting.setupMixed(64L * 1024 * 1024).streamCache)) {
      return read(page, pdf);
    } catch (InvalidPasswordException _) {
      return unsupported("The PDF is encrypted; it can't be read without its password.");
    } catch (IOException | UncheckedIOException e) {
      return unsupported("The PDF is broken and can't be read.");
    }
  }

  private static Extraction unsupported(String detail) {
    return new Extraction(Verdict.UNSUPPORTED, null, detail);
  }

  private static Extraction read(Page.Pdf page, PDDocument pdf) throws IOException {
    Element main = new Element("div");
    main.setBaseUri(page.address());
    int pages = Math.min(pdf.getNumberOfPages(), MAX_PAGES);
    for (int number = 1; number <= pages; number++) {
      if (number > 1) {
        main.appendElement("hr");
      }
      append(main, text(pdf, number));
    }
    if (TextWeight.of(main.text()) < MIN_WEIGHT) {
      return unsupported("The PDF holds no text, only pictures of it.");
    }
    var content = ContentWriter.write(main, page.address());
    PageFacts facts =
        facts(pdf, main).orElse(HtmlReader.inLanguage(Language.of(null, content.text())));
    String detail =
        pdf.getNumberOfPages() > pages ? "Only the first " + pages + " pages were read." : null;
    return new Extraction(Verdict.READ, facts.with(content), detail);
  }

  private static String text(PDDocument pdf, int number) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setSortByPosition(false);
    stripper.setStartPage(number);
    stripper.setEndPage(number);
    stripper.setParagraphStart("\u2029");
    return stripper.getText(pdf);
  }

  /// Lines of a paragraph are one text: a Latin word goes on after a space, a hyphenated one and a
  /// Chinese sentence without.
  private static void append(Element main, String text) {
    for (String paragraph : text.split("\u2029", -1)) {
      String joined =
          paragraph
              .strip()
              .replaceAll("(?<=\\p{Ll})-\\s*\\R\\s*(?=\\p{Ll})", "")
              .replaceAll("(?<=\\p{IsHan}|[，。、；：？！])\\s*\\R\\s*(?=\\p{IsHan})", "")
              .replaceAll("\\s*\\R\\s*", " ");
      if (!joined.isBlank()) {
        main.appendElement("p").text(joined);
      }
    }
  }

  private static PageFacts facts(PDDocument pdf, Element main) {
    PDDocumentInformation info = pdf.getDocumentInformation();
    String title = present(info.getTitle());
    boolean name =
        title != null
            && title.matches("(?i).*\\.(docx?|tex|dvi|pdf|indd|qxd)|untitled.*|microsoft word.*");
    Element first = main.selectFirst("p");
    String firstLine = first == null || first.text().length() > 200 ? null : first.text();
    return new PageFacts(
        title == null || name ? firstLine : title,
        present(info.getAuthor()),
        null,
        null,
        date(info.getCreationDate()),
        null,
        null,
        present(info.getSubject()),
        null);
  }

  private static @Nullable String present(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable PageDate date(@Nullable Calendar calendar) {
    return calendar == null
        ? null
        : PageDate.of(
            calendar.toInstant().atZone(calendar.getTimeZone().toZoneId()).toOffsetDateTime());
  }
}
