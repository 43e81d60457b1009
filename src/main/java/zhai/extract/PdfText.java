package zhai.extract;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Takes the text out of a PDF within limits: a page of a few kilobytes may unpack to millions of
/// letters or of saved drawing states, each of which is an object in memory. What goes beyond them
/// is passed over: of a page that is full, all the rest.
class PdfText extends PDFTextStripper {
  /// Letters of one page; the densest printed ones have some twenty thousand.
  private static final int MAX_LETTERS = 200_000;

  /// Drawing states saved within each other; a reader has to bear 28 (ISO 32000-1, Annex C).
  private static final int MAX_SAVED = 1_000;

  private int letters;
  private int passedOver;

  @Override
  public void processPage(PDPage page) throws IOException {
    letters = 0;
    passedOver = 0;
    super.processPage(page);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    Interruption.check();
    if (letters < MAX_LETTERS) {
      super.processOperator(operator, operands);
    }
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    if (letters < MAX_LETTERS) {
      letters++;
      super.processTextPosition(letter);
    }
  }

  @Override
  public void saveGraphicsState() {
    if (getGraphicsStackSize() < MAX_SAVED) {
      super.saveGraphicsState();
    } else {
      passedOver++;
    }
  }

  @Override
  public void restoreGraphicsState() {
    if (passedOver > 0) {
      passedOver--;
    } else {
      super.restoreGraphicsState();
    }
  }
}
