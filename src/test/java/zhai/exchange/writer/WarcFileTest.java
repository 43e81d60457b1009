package zhai.exchange.writer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;
import zhai.exchange.Dossiers;
import zhai.exchange.Layout;
import zhai.exchange.ReadingList;
import zhai.exchange.Samples;
import zhai.model.Bytes;
import zhai.model.Dossier;
import zhai.model.Snapshot;
import zhai.model.Snapshot.Header;

/// Archives are opened by a reader that is not ours.
class WarcFileTest {
  private static final Snapshot FETCHED =
      new Snapshot(
          "https://example.org/a|b?q=中",
          Snapshot.Origin.FETCHED,
          200,
          List.of(
              new Header("Content-Type", "text/html; charset=gbk"),
              new Header("Content-Encoding", "br"),
              new Header("Transfer-Encoding", "chunked"),
              new Header("X-Bad\r\nInjected", "x"),
              new Header("X-Note", "a\r\nSet-Cookie: b")),
          Bytes.of("<p>正文</p>".getBytes(Charset.forName("GBK"))),
          Samples.MORNING);

  @Test
  void keepsTheServersAnswerButNotHowItWasSent() throws IOException {
    try (WarcReader reader = reader(archive(FETCHED))) {
      assertEquals("zhai", ((Warcinfo) next(reader)).fields().first("software").orElseThrow());
      WarcResponse response = (WarcResponse) next(reader);
      assertEquals("https://example.org/a%7Cb?q=%E4%B8%AD", response.target());
      assertEquals(Samples.MORNING, response.date());
      assertEquals(200, response.http().status());
      assertEquals(
          List.of("Content-Length", "Content-Type", "X-Note"),
          response.http().headers().map().keySet().stream().sorted().toList());
      assertEquals("a Set-Cookie: b", response.http().headers().first("X-Note").orElseThrow());
      assertArrayEquals(FETCHED.body().toArray(), response.http().body().stream().readAllBytes());
      assertEquals(FETCHED.body().sha256(), response.payloadDigest().orElseThrow().hex());
      assertTrue(reader.next().isEmpty());
    }
  }

  @Test
  void keepsWhatWasHandedOverAsAResource() throws IOException {
    Snapshot page = Samples.dossier().snapshots().getFirst();
    try (WarcReader reader = reader(archive(page))) {
      next(reader);
      WarcResource resource = (WarcResource) next(reader);
      assertEquals(page.address(), resource.target());
      assertEquals(
          "text/html; charset=gbk", resource.headers().first("Content-Type").orElseThrow());
      assertEquals(
          "page", new String(resource.body().stream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void isReadToItsEndWhateverIsInASnapshot() throws IOException {
    Snapshot[] snapshots =
        IntStream.range(0, 100)
            .boxed()
            .flatMap(seed -> Dossiers.any(seed).snapshots().stream())
            .toArray(Snapshot[]::new);
    List<byte[]> bodies = new ArrayList<>();
    try (WarcReader reader = reader(archive(snapshots))) {
      next(reader);
      for (Optional<WarcRecord> it = reader.next(); it.isPresent(); it = reader.next()) {
        bodies.add(body(it.get()));
      }
    }
    assertEquals(snapshots.length, bodies.size());
    for (int i = 0; i < snapshots.length; i++) {
      assertArrayEquals(snapshots[i].body().toArray(), bodies.get(i));
    }
  }

  @Test
  void isTheSameBytesEachTime() throws IOException {
    assertArrayEquals(archive(FETCHED), archive(FETCHED));
  }

  private static byte[] body(WarcRecord record) throws IOException {
    return switch (record) {
      case WarcResponse response -> response.http().body().stream().readAllBytes();
      default -> record.body().stream().readAllBytes();
    };
  }

  private static byte[] archive(Snapshot... snapshots) throws IOException {
    Dossier dossier = new Dossier(Samples.POST, Samples.dossier().versions(), List.of(snapshots));
    ReadingList list =
        new ReadingList(
            "t\r\nx",
            null,
            List.of(Samples.POST),
            ZoneOffset.UTC,
            Layout.DEFAULT,
            _ -> Optional.of(dossier));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WarcFile().write(list, out);
    return out.toByteArray();
  }

  private static WarcReader reader(byte[] archive) throws IOException {
    return new WarcReader(new ByteArrayInputStream(archive));
  }

  private static WarcRecord next(WarcReader reader) throws IOException {
    return reader.next().orElseThrow();
  }
}
