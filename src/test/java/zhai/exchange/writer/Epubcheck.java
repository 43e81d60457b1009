package zhai.exchange.writer;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the W3C's validator says of a book.
final class Epubcheck extends MasterReport {
  private final List<String> complaints = new ArrayList<>();

  private Epubcheck() {}

  /// Every warning and error, with its place.
  static List<String> complaints(byte[] book) {
    Epubcheck report = new Epubcheck();
    report.setLocale(Locale.ENGLISH);
    new EpubCheck(new ByteArrayInputStream(book), report, "book.epub").doValidate();
    return List.copyOf(report.complaints);
  }

  @Override
  public void message(Message message, EPUBLocation location, Object... arguments) {
    Severity severity = message.getSeverity();
    if (severity.toInt() >= Severity.WARNING.toInt()) {
      complaints.add(
          "%s %s %s".formatted(location, message.getID(), message.getMessage(arguments)));
    }
  }

  @Override
  public void info(String resource, FeatureEnum feature, String value) {}

  @Override
  public int generate() {
    return 0;
  }

  @Override
  public void initialize() {}
}
