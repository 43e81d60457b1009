package zhai.extract;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import zhai.model.Bytes;
import zhai.model.Content;
import zhai.model.Verdict;

/// Reads an EPUB book as one article: its chapters in the order of its spine, with their notes.
final class EpubReader {
  private EpubReader() {}

  static Extraction read(Page.Epub page) {
    EpubBook book;
    try {
      book = EpubBook.open(EpubArchive.read(page.snapshot().body().toArray()));
    } catch (IOException | IllegalArgumentException e) {
      return unsupported("The EPUB is broken or too large and can't be read.");
    }
    if (book == null) {
      return unsupported("The EPUB holds no book.");
    }
    return book.isLocked()
        ? unsupported("The EPUB is locked by its shop; it can't be read without its key.")
        : read(page, book);
  }

  private static Extraction unsupported(String detail) {
    return new Extraction(Verdict.UNSUPPORTED, null, detail);
  }

  private static Extraction read(Page.Epub page, EpubBook book) {
    Element text = book.text();
    Content content = ContentWriter.write(text, page.address());
    if (content.text().isBlank()) {
      return unsupported("The EPUB holds no text.");
    }
    String language = Language.of(book.field("language"), content.text());
    PageFacts facts = facts(book, language);
    Map<String, Bytes> shown = new LinkedHashMap<>(book.pictures());
    shown.keySet().retainAll(ShownImages.of(content));
    return new Extraction(Verdict.READ, facts.with(content), null).showing(shown);
  }

  private static PageFacts facts(EpubBook book, @Nullable String language) {
    String description = book.field("description");
    return new PageFacts(
        book.field("title"),
        book.creators(),
        null,
        language,
        DateText.find(book.field("date")),
        null,
        null,
        description == null ? null : Jsoup.parse(description).text(),
        null);
  }
}
