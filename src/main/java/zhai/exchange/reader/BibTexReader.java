package zhai.exchange.reader;

import java.io.IOException;
import java.io.LineNumberReader;
import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportReader;
import zhai.exchange.Place;
import zhai.exchange.Times;
import zhai.model.ReadingState;

/// BibTeX and BibLaTeX, as Zotero, JabRef, BibDesk and Google Scholar write them.
///
/// An entry begins at a line with `@`, so one whose braces don't close costs nothing but itself.
/// Attached files are left alone; what leads to the work is `url`, a link in `howpublished` or
/// `note`, or the `doi` (`eprint` of arXiv).
public final class BibTexReader implements ImportReader {
  private static final Pattern BEGINNING =
      Pattern.compile("(?:\\A|\\n)\\s{0,8}@[A-Za-z]{3,30}\\s*[{(]\\s*[^\\s{}=]{0,200}\\s*[,=\"{]");
  private static final Pattern ENTRY = Pattern.compile("^\\s*@[A-Za-z]+\\s*[{(].*");
  private static final Pattern URL =
      Pattern.compile("https?://[^\\s{}\\\\]++(?:\\\\[_%&#~][^\\s{}\\\\]*+)*+");
  private static final List<String> MONTHS =
      Arrays.stream(Month.values()).map(it -> it.name().substring(0, 3)).toList();

  private final TexText tex = TexText.load();

  @Override
  public boolean recognises(Beginning beginning) {
    return BEGINNING.matcher(beginning.text()).find();
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Map<String, String> strings = new HashMap<>();
    StringBuilder chunk = new StringBuilder();
    int start = 1;
    try (LineNumberReader lines = new LineNumberReader(in.text())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (ENTRY.matcher(line).matches()) {
          readChunk(chunk.toString(), new Place(in.name(), start), strings, sink);
          chunk.setLength(0);
          start = lines.getLineNumber();
        }
        chunk.append(line).append('\n');
      }
    }
    readChunk(chunk.toString(), new Place(in.name(), start), strings, sink);
  }

  private void readChunk(String chunk, Place place, Map<String, String> strings, Sink sink) {
    if (!ENTRY.matcher(chunk.lines().findFirst().orElse("")).matches()) {
      return;
    }
    BibTexEntry.Scanner scanner = new BibTexEntry.Scanner(chunk, strings);
    while (scanner.find()) {
      BibTexEntry entry = scanner.read();
      boolean isWork = !List.of("", "comment", "preamble", "string").contains(entry.type());
      if (!entry.complaint().isEmpty()) {
        String reason =
            "The entry \"" + entry.key() + "\" can't be read: " + entry.complaint() + ".";
        sink.accept(place, new ImportLine.Rejected(reason, known(entry), chunk.strip()));
      } else if (isWork) {
        sink.accept(place, reference(entry).line());
      }
    }
  }

  private ImportLine.@Nullable Supplied known(BibTexEntry entry) {
    return reference(entry).line() instanceof ImportLine.Supplied supplied ? supplied : null;
  }

  private Reference reference(BibTexEntry entry) {
    Reference.Builder reference = new Reference.Builder();
    reference.title(words(entry, "title"));
    reference.address(tex.verbatim(entry.field("url")));
    links(entry.field("howpublished")).forEach(reference::address);
    reference.doi(tex.verbatim(entry.field("doi")));
    arXiv(entry).ifPresent(reference::address);
    Arrays.stream(entry.field("author").split("\\s+and\\s+"))
        .forEach(author -> reference.author(tex.words(author)));
    for (String name :
        List.of("journaltitle", "journal", "booktitle", "organization", "publisher")) {
      reference.container(words(entry, name));
    }
    String language = words(entry, "langid");
    reference.language(language.isEmpty() ? words(entry, "language") : language);
    reference.published(Times.dayIn(words(entry, "date")));
    reference.published(Times.dayIn(parts(entry)));
    Arrays.stream(words(entry, "keywords").split("[,;]")).forEach(reference::keyword);
    notes(entry, reference);
    for (String name : List.of("date-added", "creationdate", "timestamp", "urldate")) {
      reference.addedAt(Times.in(words(entry, name)));
    }
    if (words(entry, "readstatus").equals("read")) {
      reference.state(ReadingState.READ);
    }
    return reference.build();
  }

  private void notes(BibTexEntry entry, Reference.Builder reference) {
    for (String name : List.of("abstract", "annote", "annotation", "comment")) {
      reference.note(words(entry, name));
    }
    List<String> links = links(entry.field("note"));
    links.forEach(reference::address);
    if (!links.contains(tex.verbatim(entry.field("note")))) {
      reference.note(words(entry, "note"));
    }
  }

  private String words(BibTexEntry entry, String name) {
    return tex.words(entry.field(name));
  }

  private List<String> links(String value) {
    return URL.matcher(value).results().map(it -> tex.verbatim(it.group())).toList();
  }

  private Optional<String> arXiv(BibTexEntry entry) {
    boolean isArXiv =
        words(entry, "archiveprefix").equalsIgnoreCase("arxiv")
            || words(entry, "eprinttype").equalsIgnoreCase("arxiv");
    return Optional.of(tex.verbatim(entry.field("eprint")))
        .filter(id -> isArXiv && !id.isEmpty())
        .map(id -> "https://arxiv.org/abs/" + id);
  }

  // The month is a number or an English name, of which three letters count.
  private String parts(BibTexEntry entry) {
    String month = words(entry, "month");
    int named =
        MONTHS.indexOf(month.substring(0, Math.min(3, month.length())).toUpperCase(Locale.ROOT));
    return words(entry, "year")
        + "-"
        + (named < 0 ? month : "" + (named + 1))
        + "-"
        + words(entry, "day");
  }
}
