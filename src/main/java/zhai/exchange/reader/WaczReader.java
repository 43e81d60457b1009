package zhai.exchange.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import zhai.exchange.Beginning;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.Standing;
import zhai.exchange.ImportLine.Supplied;
import zhai.exchange.ImportReader;
import zhai.exchange.JsonText;
import zhai.exchange.Place;
import zhai.exchange.Skip;
import zhai.exchange.WebLinks;

/// A collection of web archives in a zip (WACZ), as Browsertrix and ArchiveWeb.page write it: web
/// archives under `archive/`, and under `pages/` lists of what was visited.
///
/// What the lists name is a bookmark; the other documents in the archives are frames and
/// advertisements of those pages. A page whose answer is in no archive is a bookmark without one. A
/// collection without lists is read as its archives are, see {@link WarcReader}.
///
/// The zip's directory stands at its end and some writers say sizes only there, so the file is
/// copied where it can be read in any order.
public final class WaczReader implements ImportReader {
  private static final Pattern ARCHIVE = Pattern.compile("archive/[^/]+\\.warc(?:\\.gz)?");
  private static final Pattern LIST = Pattern.compile("pages/[^/]+\\.jsonl");

  /// What stands first in a collection whose name doesn't say that it is one.
  private static final Pattern BEGINNING =
      Pattern.compile(
          "\\APK\u0003\u0004.{26}(?:archive/|pages/[^/]*\\.jsonl|indexes/)", Pattern.DOTALL);

  private static final int MAX_PAGES = 500_000;

  @Override
  public boolean recognises(Beginning beginning) {
    return beginning.isZip()
        && (beginning.ending().equals("wacz") || BEGINNING.matcher(beginning.bytes()).find());
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    Unpacking unpacking = new Unpacking();
    Path copy = Files.createTempFile("zhai-import", ".wacz");
    try {
      try (InputStream packed = unpacking.packed(in.opening().open())) {
        Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      try (ZipFile zip = new ZipFile(copy.toFile())) {
        new Reading(in.name(), zip, unpacking).hand(sink);
      }
    } catch (BrokenArchiveException | ZipException | EOFException e) {
      String reason = "The archive can't be read to its end: " + why(e) + ".";
      sink.accept(new Place(in.name(), 0), ImportLine.Rejected.of(reason));
    } finally {
      Files.delete(copy);
    }
  }

  private static String why(IOException e) {
    return e instanceof BrokenArchiveException ? String.valueOf(e.getMessage()) : "it is damaged";
  }

  /// One collection that is open.
  private static final class Reading {
    private final String name;
    private final ZipFile zip;
    private final Unpacking unpacking;
    private final Map<String, Item> listed = new LinkedHashMap<>();
    private final Set<String> there = new HashSet<>();

    /// A page of the lists.
    private record Item(Place place, Supplied page) {}

    Reading(String name, ZipFile zip, Unpacking unpacking) {
      this.name = name;
      this.zip = zip;
      this.unpacking = unpacking;
    }

    void hand(Sink sink) throws IOException {
      for (ZipEntry list : entries(LIST)) {
        readList(list);
      }
      for (ZipEntry archive : entries(ARCHIVE)) {
        ImportFile file = new ImportFile(nameOf(archive), () -> open(archive));
        new WarcReader().read(file, (place, line) -> sink.accept(place, told(line)));
      }
      for (Map.Entry<String, Item> page : listed.entrySet()) {
        if (!there.contains(page.getKey())) {
          sink.accept(page.getValue().place(), page.getValue().page());
        }
      }
    }

    private List<? extends ZipEntry> entries(Pattern names) {
      return zip.stream().filter(entry -> names.matcher(entry.getName()).matches()).toList();
    }

    private String nameOf(ZipEntry entry) {
      return name + "!/" + entry.getName();
    }

    private InputStream open(ZipEntry entry) throws IOException {
      return unpacking.unpacked(zip.getInputStream(entry));
    }

    private void readList(ZipEntry list) throws IOException {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(open(list), StandardCharsets.UTF_8))) {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          addPage(new Place(nameOf(list), number), line);
        }
      }
    }

    // The first line is about the list and has no address.
    private void addPage(Place place, String line) throws BrokenArchiveException {
      JsonItem item = item(place, line);
      String url = item.words("url");
      if (url != null && WebLinks.isWeb(url) && listed.size() < MAX_PAGES) {
        Standing standing = Standing.added(item.time("ts"));
        Supplied page = Supplied.of(url).titled(item.words("title")).standing(standing);
        listed.putIfAbsent(key(url), new Item(place, page));
      }
    }

    private static JsonItem item(Place place, String line) throws BrokenArchiveException {
      try {
        return new JsonItem(JsonText.parse(line));
      } catch (JsonProcessingException _) {
        throw new BrokenArchiveException(
            "line %d of %s is not JSON".formatted(place.line(), place.file()));
      }
    }

    private ImportLine told(ImportLine line) {
      if (!(line instanceof Supplied page) || listed.isEmpty()) {
        return line;
      }
      there.add(key(page.url()));
      return listed.containsKey(key(page.url()))
          ? page
          : new ImportLine.Skipped(page.url(), Skip.NO_PAGE);
    }

    /// An archive's addresses are without the place in the page.
    private static String key(String url) {
      int fragment = url.indexOf('#');
      return fragment < 0 ? url : url.substring(0, fragment);
    }
  }
}
