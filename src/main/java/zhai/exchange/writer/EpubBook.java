package zhai.exchange.writer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import zhai.exchange.ReadingList;
import zhai.exchange.Resources;
import zhai.model.Entry;
import zhai.model.Image;
import zhai.model.ImageType;

/// A reading list as a book (EPUB 3, with the contents of EPUB 2 for older readers): a title page,
/// then a page for each bookmark with the user's excerpts and notes before the article.
///
/// The same list gives the same bytes: the book's identifier is made of the addresses in it, its
/// date is the latest change, and its files have no times. Nothing in it runs or is loaded from
/// elsewhere: a picture that was kept with its page is in the book, any other is a link. Only one
/// article is in memory at a time.
public final class EpubBook implements BytesWriter {
  /// What every reading system has to show (EPUB 3.3, §3.2).
  private static final List<ImageType> CORE_TYPES =
      List.of(ImageType.JPEG, ImageType.PNG, ImageType.GIF, ImageType.WEBP);

  private static final String CONTAINER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles>
      <rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
      </rootfiles>
      </container>
      """;

  @Override
  public void write(ReadingList list, OutputStream out) throws IOException {
    EpubContainer book = new EpubContainer(out);
    EpubContents contents = EpubContents.of(list);
    List<Entry> entries = contents.entries();
    book.add("META-INF/container.xml", CONTAINER);
    book.add("book/nav.xhtml", contents.navigation());
    book.add("book/toc.ncx", contents.olderNavigation());
    book.add("book/book.css", Resources.read("writer/book.css"));
    PictureFiles pictures = new PictureFiles("", CORE_TYPES);
    EpubPage pages = new EpubPage(list, pictures);
    book.add("book/title.xhtml", pages.title());
    for (int i = 0; i < entries.size(); i++) {
      book.add("book/" + fileName(i), pages.page(entries.get(i)));
      for (Map.Entry<String, Image> picture : pictures.takeFresh().entrySet()) {
        book.add("book/" + picture.getKey(), picture.getValue().bytes());
      }
    }
    ReadingList ordered = list.part(list.title(), entries);
    book.add("book/package.opf", EpubPackage.write(ordered, pictures.mediaTypes()));
    book.finish();
  }

  /// The file of an entry's page, beside the package's.
  static String fileName(int index) {
    return "p" + (index + 1) + ".xhtml";
  }
}
