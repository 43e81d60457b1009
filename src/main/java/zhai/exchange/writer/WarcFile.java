package zhai.exchange.writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import zhai.exchange.Characters;
import zhai.exchange.ReadingList;
import zhai.model.Bytes;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.Snapshot;

/// The pages behind a reading list as they came, in the format of web archives (WARC 1.1, ISO
/// 28500): each snapshot is a record compressed on its own, so that archives can be joined and
/// looked into without being read whole.
///
/// What came over the network is a `response` with the headers of the server; what was handed over
/// or is the DOM of a browser is a `resource`. The bytes are those that we keep: they are free of
/// any coding in which they were sent, so the headers about that are left out.
public final class WarcFile implements BytesWriter {

  @Override
  public void write(ReadingList list, OutputStream out) throws IOException {
    writeInfo(list, out);
    for (Entry entry : list.entries()) {
      Optional<Dossier> dossier = list.whole().of(entry);
      if (dossier.isPresent()) {
        for (Snapshot snapshot : dossier.get().snapshots()) {
          writeSnapshot(snapshot, out);
        }
      }
    }
  }

  private static void writeInfo(ReadingList list, OutputStream out) throws IOException {
    String title = Characters.oneLine(list.title());
    Bytes fields =
        Bytes.ofUtf8(
            "software: zhai\r\nformat: WARC File Format 1.1\r\ndescription: " + title + "\r\n");
    Map<String, String> header = new LinkedHashMap<>();
    header.put("WARC-Type", "warcinfo");
    header.put("WARC-Record-ID", id("warcinfo", fields));
    header.put("WARC-Date", WarcRecord.date(list.latestChange()));
    header.put("Content-Type", "application/warc-fields");
    new WarcRecord(header, fields).write(out);
  }

  private static void writeSnapshot(Snapshot snapshot, OutputStream out) throws IOException {
    boolean response = snapshot.status() >= 100 && snapshot.status() < 1000;
    String address =
        StrictAddress.of(snapshot.address())
            .orElseGet(() -> StrictAddress.encoded(snapshot.address()));
    String date = WarcRecord.date(snapshot.takenAt());
    Map<String, String> header = new LinkedHashMap<>();
    header.put("WARC-Type", response ? "response" : "resource");
    header.put("WARC-Record-ID", id(address + "\n" + date, snapshot.body()));
    header.put("WARC-Date", date);
    header.put("WARC-Target-URI", address);
    header.put("WARC-Payload-Digest", "sha256:" + snapshot.body().sha256());
    header.put(
        "Content-Type",
        response ? "application/http; msgtype=response" : WarcRecord.type(snapshot));
    new WarcRecord(header, response ? answer(snapshot) : snapshot.body()).write(out);
  }

  private static Bytes answer(Snapshot snapshot) {
    ByteArrayOutputStream block = new ByteArrayOutputStream(snapshot.body().size() + 1024);
    block.writeBytes(WarcRecord.httpHead(snapshot).getBytes(StandardCharsets.UTF_8));
    block.writeBytes(snapshot.body().toArray());
    return Bytes.of(block.toByteArray());
  }

  private static String id(String what, Bytes content) {
    return "<" + StableId.urn(what + "\n" + content.sha256()) + ">";
  }
}
