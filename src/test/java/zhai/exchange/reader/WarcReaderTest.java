package zhai.exchange.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import zhai.exchange.ImportFile;
import zhai.exchange.ImportLine;
import zhai.exchange.ImportLine.PageGiven;
import zhai.model.Snapshot;

/// Web archives beside jwarc, a library of people who keep the web for a living.
class WarcReaderTest {
  private static final Instant AT = Instant.parse("2024-03-01T08:00:00Z");
  private static final byte[] PAGE = "<!DOCTYPE html><p>篱笆是学会了等待的墙。".getBytes(UTF_8);

  @ParameterizedTest
  @EnumSource(WarcCompression.class)
  void readsWhatJwarcWrote(WarcCompression compression) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), compression)) {
      for (int i = 0; i < 3; i++) {
        writer.write(response("https://garden.example/" + i));
      }
    }
    List<ImportLine> lines = lines(out.toByteArray());
    assertEquals(3, lines.size());
    for (int i = 0; i < 3; i++) {
      Snapshot page = page(lines.get(i));
      assertEquals("https://garden.example/" + i, page.address());
      assertEquals(Snapshot.Origin.FETCHED, page.origin());
      assertEquals(200, page.status());
      assertEquals("W/\"1\"", page.header("etag").orElseThrow());
      assertEquals(new String(PAGE, UTF_8), new String(page.body().toArray(), UTF_8));
      assertEquals(AT, page.takenAt());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.warc", "all-kinds.warc.gz"})
  void readsTheFixturesAsJwarcDoes(String name) throws IOException {
    byte[] file = Told.of("reader/warc/" + name).bytes();
    List<String> theirs = new ArrayList<>();
    try (var reader = new org.netpreserve.jwarc.WarcReader(new ByteArrayInputStream(file))) {
      reader.setLenient(true);
      for (var record : reader) {
        if (record instanceof WarcResponse answer
            && answer.contentType().base().type().equals("application")) {
          theirs.add(answer.target() + " " + answer.http().status());
        }
      }
    }
    List<String> ours = new ArrayList<>();
    for (ImportLine line : lines(file)) {
      if (line instanceof ImportLine.Supplied it && page(it).status() != 0) {
        ours.add(it.url() + " " + page(it).status());
      }
    }
    assertTrue(theirs.containsAll(ours), () -> ours + " but jwarc has " + theirs);
    assertTrue(ours.size() >= 2);
  }

  @Test
  void stopsWhereALittleUnfoldsToTooMuch() throws IOException {
    String head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 400000000\r\n\r\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(head.getBytes(UTF_8));
      for (int i = 0; i < 400; i++) {
        packed.write(new byte[1_000_000]);
      }
    }
    assertEquals(
        "The archive can't be read to its end: it unfolds to more than 200 times its size.",
        assertInstanceOf(ImportLine.Rejected.class, lines(out.toByteArray()).getLast()).reason());
  }

  @Test
  void leavesOutAPageThatIsTooLargeAndGoesOn() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out))) {
      writer.write(
          response("https://garden.example/large", new byte[Unpacking.MAX_PAGE_BYTES + 1]));
      writer.write(response("https://garden.example/small"));
    }
    List<ImportLine> lines = lines(out.toByteArray());
    var large = assertInstanceOf(ImportLine.Rejected.class, lines.getFirst());
    assertEquals("The page is larger than 32 MiB.", large.reason());
    assertEquals("https://garden.example/large", large.known().url());
    assertEquals("https://garden.example/small", page(lines.get(1)).address());
  }

  private static WarcResponse response(String url) throws IOException {
    return response(url, PAGE);
  }

  private static WarcResponse response(String url, byte[] body) throws IOException {
    HttpResponse answer =
        new HttpResponse.Builder(200, "OK")
            .addHeader("ETag", "W/\"1\"")
            .body(MediaType.HTML_UTF8, body)
            .build();
    return new WarcResponse.Builder(url).date(AT).body(answer).build();
  }

  private static List<ImportLine> lines(byte[] warc) throws IOException {
    List<ImportLine> lines = new ArrayList<>();
    new WarcReader()
        .read(
            new ImportFile("a.warc", () -> new ByteArrayInputStream(warc)),
            (_, line) -> lines.add(line));
    return lines;
  }

  private static Snapshot page(ImportLine line) {
    var supplied = assertInstanceOf(ImportLine.Supplied.class, line);
    return assertInstanceOf(PageGiven.Saved.class, supplied.page()).snapshot();
  }
}
