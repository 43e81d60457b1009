package zhai.library;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhai.exchange.FileNames;
import zhai.exchange.Group;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Split;
import zhai.exchange.writer.BytesWriter;
import zhai.exchange.writer.ExportFormat;
import zhai.exchange.writer.ExportWriter;
import zhai.exchange.writer.Folder;
import zhai.exchange.writer.FolderWriter;
import zhai.exchange.writer.ListWriter;
import zhai.exchange.writer.TemplateList;
import zhai.index.SortOrder;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Image;

/// The walk of a reading list: a query selects bookmarks, a format writes them. The same library
/// gives the same bytes.
public final class Export {
  private final Library library;
  private final Advance advance;

  public Export(Library library) {
    this(library, Advance.UNSEEN);
  }

  /// @param advance told of bookmarks as all that is kept of them is read; formats that write only
  ///   what a list shows take no time worth telling of
  public Export(Library library, Advance advance) {
    this.library = library;
    this.advance = advance;
  }

  /// What is to be written.
  ///
  /// @param query empty for the whole library
  /// @param title of the list, or null for the query itself
  /// @param sort the order of the entries
  /// @param template a template that is written instead of the format, which then tells only how
  ///   files end; or null
  public record Order(
      String query,
      @Nullable String title,
      ExportFormat format,
      Layout layout,
      SortOrder sort,
      @Nullable String template) {

    /// What writes it.
    ///
    /// @throws zhai.exchange.writer.TemplateException if the template is none
    public ExportWriter writer() {
      return template == null ? format.writer() : new TemplateList(template);
    }

    /// Whether it makes a folder of files.
    public boolean isFolder() {
      return layout.split() != Split.NONE || writer() instanceof FolderWriter;
    }
  }

  /// What was written.
  ///
  /// @param bookmarks how many the query selected
  public record Written(int bookmarks, int files) {}

  /// Writes one file to a stream, and leaves it open.
  ///
  /// @return how many bookmarks were written
  public int write(Order order, OutputStream out) throws IOException {
    ReadingList list = select(order);
    writeOne(order.writer(), list, out);
    return list.entries().size();
  }

  /// Writes a file, all of it or none, see {@link WholeFile}.
  public Written writeFile(Order order, Path file) throws IOException {
    ReadingList list = select(order);
    try {
      WholeFile.write(file, out -> writeOne(order.writer(), list, out));
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "%s could not be written (%s); what stood there before is as it was"
              .formatted(file, e.getMessage()),
          e);
    }
    return new Written(list.entries().size(), 1);
  }

  /// Writes the files of an {@link Order#isFolder() order for a folder}, all of them or none.
  public Written writeFolder(Order order, Path folder) throws IOException {
    ReadingList list = select(order);
    try (ExportFolder files = new ExportFolder(folder)) {
      switch (order.writer()) {
        case FolderWriter writer -> writer.write(list, files);
        case ListWriter writer -> writeParts(order.format(), writer, list, files);
        case BytesWriter writer -> writeParts(order.format(), writer, list, files);
      }
      return new Written(list.entries().size(), files.keep());
    }
  }

  private static void writeParts(
      ExportFormat format, ExportWriter writer, ReadingList list, Folder folder)
      throws IOException {
    FileNames names = new FileNames();
    for (Group part : list.parts()) {
      String title = part.heading() == null ? list.title() : part.heading();
      try (OutputStream out = folder.open(names.of(title, format.ending()))) {
        writeOne(writer, list.part(title, part.entries()), out);
      }
    }
  }

  private static void writeOne(ExportWriter writer, ReadingList list, OutputStream out)
      throws IOException {
    switch (writer) {
      case ListWriter text -> {
        Writer characters = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(list, characters);
        characters.flush();
      }
      case BytesWriter bytes -> bytes.write(list, out);
      case FolderWriter _ -> throw new IllegalArgumentException("a folder is not one file");
    }
  }

  private ReadingList select(Order order) {
    Finder finder = new Finder(library);
    List<Entry> entries = library.store().outlines(finder.selectIds(order.query(), order.sort()));
    ReadingList list =
        new ReadingList(
            order.title() != null ? order.title() : titleOf(order.query()),
            order.query(),
            entries,
            library.zone(),
            order.layout(),
            new Kept(library, new Seen(advance, entries.size())));
    return switch (order.sort()) {
      case NEWEST -> list.byDay(Comparator.reverseOrder());
      case OLDEST -> list.byDay(Comparator.naturalOrder());
      case RELEVANCE, PUBLISHED, READ, CHANGED, TITLE -> list;
    };
  }

  /// What is kept of the entries, out of the library that they are from.
  private record Kept(Library library, Seen seen) implements ReadingList.Whole {
    @Override
    public Optional<Dossier> of(Entry outline) {
      seen.add(outline.bookmark().id());
      return library.store().dossier(outline.bookmark().id());
    }

    @Override
    public Optional<Image> image(String sha256) {
      return library.image(sha256);
    }
  }

  /// The bookmarks that were written so far: some formats come to one more than once.
  private static final class Seen {
    private final Advance advance;
    private final int all;
    private final Set<Long> ids = new HashSet<>();

    Seen(Advance advance, int all) {
      this.advance = advance;
      this.all = all;
      advance.at(0, all);
    }

    void add(long id) {
      if (ids.add(id)) {
        advance.at(ids.size(), all);
      }
    }
  }

  private static String titleOf(String query) {
    return query.isBlank() ? "Reading list" : query;
  }
}
