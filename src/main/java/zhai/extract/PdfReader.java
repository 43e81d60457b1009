package zhai.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.model.PageDate;
import zhai.model.Verdict;

/// Reads the text of a PDF in reading order, page by page; a rule that says the number stands
/// between pages, heads and numbers at their edges are left out. Title and author are the file's
/// own properties where they are filled in; else the title is what is written largest on the first
/// page.
final class PdfReader {
  /// Pages read at most; a book has fewer.
  private static final int MAX_PAGES = 2_000;

  /// What a file unpacks to is kept in memory up to here, and beyond in a temporary file.
  private static final long MAX_MEMORY_BYTES = 32L << 20;

  private static final long MAX_UNPACKED_BYTES = 512L << 20;

  /// Less text than this on all pages together: they are pictures of text.
  private static final double MIN_WEIGHT = 20;

  private static final String PARAGRAPH = "\u2029";

  /// Titles that are the name of a file, of a program or of nothing.
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i).*\\.(?:docx?|tex|dvi|pdf|indd|qxd|ps|pptx?|xlsx?|wpd)|untitled.*|microsoft"
              + " word.*|(?:powerpoint"
              + " )?(?:presentation|slide)\\s*\\d*|.?(?:title|document|main|paper)\\d*"
              + "|[\\d\\s._-]*|.{0,2}|arxiv:.*|.*\ufffd.*|幻灯片.*|文档\\d*|无标题.*");

  private PdfReader() {}

  static Extraction read(Page.Pdf page) {
    try (PDDocument pdf =
        Loader.loadPDF(
            page.snapshot().body().toArray(),
            "",
            null,
            null,
            MemoryUsageSetting.setupMixed(MAX_MEMORY_BYTES, MAX_UNPACKED_BYTES).streamCache)) {
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
    int count = Math.min(pdf.getNumberOfPages(), MAX_PAGES);
    List<List<String>> pages = pages(pdf, count);
    RunningHeads.drop(pages);
    for (int i = 0; i < pages.size(); i++) {
      if (i > 0) {
        main.appendChild(PdfPages.before(i + 1));
      }
      append(main, String.join("\n", pages.get(i)));
    }
    if (TextWeight.of(main.text()) < MIN_WEIGHT) {
      return unsupported("The PDF holds no text, only pictures of it.");
    }
    var content = ContentWriter.write(main, page.address());
    PageFacts facts =
        facts(pdf, main).orElse(HtmlReader.inLanguage(Language.of(null, content.text())));
    String detail =
        pdf.getNumberOfPages() > count ? "Only the first " + count + " pages were read." : null;
    return new Extraction(Verdict.READ, facts.with(content), detail);
  }

  /// The lines of each page; a paragraph's first begins with a paragraph sign.
  private static List<List<String>> pages(PDDocument pdf, int count) throws IOException {
    List<List<String>> pages = new ArrayList<>();
    var stripper = new PdfText();
    stripper.setSortByPosition(false);
    stripper.setParagraphStart(PARAGRAPH);
    for (int number = 1; number <= count; number++) {
      stripper.setStartPage(number);
      stripper.setEndPage(number);
      pages.add(new ArrayList<>(stripper.getText(pdf).replace('\0', ' ').lines().toList()));
    }
    return pages;
  }

  /// Lines of a paragraph are one text: a Latin word goes on after a space, a hyphenated one and a
  /// Chinese sentence without.
  private static void append(Element main, String text) {
    for (String paragraph : text.split(PARAGRAPH, -1)) {
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

  private static PageFacts facts(PDDocument pdf, Element main) throws IOException {
    PDDocumentInformation info = pdf.getDocumentInformation();
    String title = present(info.getTitle());
    if (title == null || NO_TITLE.matcher(title).matches()) {
      title = LargestText.find(pdf);
    }
    Element first = main.selectFirst("p");
    String firstLine = first == null || first.text().length() > 200 ? null : first.text();
    return new PageFacts(
        title == null ? firstLine : title,
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
