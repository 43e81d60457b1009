package zhai.extract;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// Finds what is written largest on the first page of a PDF: its title, unless the file says it.
final class LargestText extends PdfText {
  /// Sizes that differ less are one: a title's small capitals, a rounding.
  private static final float SAME = 0.92f;

  private static final int MAX_LENGTH = 300;

  /// arXiv writes its own number up the margin.
  private static final Pattern STAMP = Pattern.compile("arXiv:\\d.*");

  private final StringBuilder largest = new StringBuilder();
  private float size;
  private boolean open;

  private LargestText() {}

  /// The text, or null if the page has none or all of it is one size.
  static @Nullable String find(PDDocument pdf) throws IOException {
    LargestText finder = new LargestText();
    finder.setStartPage(1);
    finder.setEndPage(1);
    String all = finder.getText(pdf).strip();
    String title = finder.largest.toString().replaceAll("\\s+", " ").strip();
    boolean sensible = title.length() >= 2 && title.length() <= MAX_LENGTH;
    return sensible && title.length() < all.replaceAll("\\s+", " ").length() * 0.8 ? title : null;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) throws IOException {
    super.writeString(text, positions);
    TextPosition first = positions.isEmpty() ? null : positions.getFirst();
    if (first == null || text.isBlank() || first.getDir() != 0 || STAMP.matcher(text).matches()) {
      return;
    }
    float here = first.getFontSizeInPt();
    if (here * SAME > size && text.strip().length() > 1) {
      size = here;
      largest.setLength(0);
      open = true;
    } else if (here < size * SAME) {
      open = false;
    }
    if (open && here >= size * SAME && largest.length() <= MAX_LENGTH) {
      boolean han =
          !largest.isEmpty() && TextWeight.isIdeograph(largest.charAt(largest.length() - 1));
      largest.append(largest.isEmpty() || han ? "" : " ").append(text.strip());
    }
  }
}
