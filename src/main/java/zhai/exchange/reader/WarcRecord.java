package zhai.exchange.reader;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zhai.exchange.Times;
import zhai.model.Snapshot.Header;

/// One record of a web archive: its head, and a block that can be read once.
///
/// @param block ends where the record's block ends
record WarcRecord(List<Header> headers, InputStream block) {

  /// The header's value without white space around it, or empty.
  String header(String name) {
    return headers.stream()
        .filter(it -> it.name().equalsIgnoreCase(name))
        .map(it -> it.value().strip())
        .findFirst()
        .orElse("");
  }

  /// `response`, `request`, `warcinfo` and so on.
  String type() {
    return header("WARC-Type").toLowerCase(Locale.ROOT);
  }

  /// What the record is about. Old versions of wget put the address in angle brackets.
  String target() {
    return header("WARC-Target-URI").replaceAll("^<|>$", "");
  }

  @Nullable Instant takenAt() {
    return Times.parse(header("WARC-Date"));
  }
}
