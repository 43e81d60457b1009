package zhai.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import zhai.model.Dossier;

/// Our own lines of JSON, in two kinds.
///
/// A **lossless** line holds all that a library keeps of one bookmark, and begins with the version
/// of its layout: `{"zhai":1,…}`. What {@link #write} wrote, {@link #read} gives back equal. Bodies
/// of pages are compressed (zlib), then base64; the same `zlib` gives the same bytes.
///
/// A **supplied** line is one that anybody can write: `{"url":"https://…"}` is enough, and `title`,
/// `text`, `tags`, `notes`, `excerpts`, `added`, `read`, `state`, `starred` are understood beside
/// it; {@link EntryJson} writes such lines too. Unknown keys don't matter.
public final class JsonLines implements ImportReader {
  /// The layout that is written; older ones can be read.
  static final int VERSION = 1;

  static final String VERSION_KEY = "zhai";

  /// The dossier on one line, keys always in the same order, without a line end.
  public static String write(Dossier dossier) {
    return JsonText.write(DossierJson.write(dossier));
  }

  /// What a line says. Never throws: what can't be taken in comes back as rejected, with the
  /// reason.
  public static ImportLine read(String line) {
    String json = line.startsWith("\uFEFF") ? line.substring(1) : line;
    if (json.isBlank()) {
      return new ImportLine.Blank();
    }
    try {
      return read(JsonText.parse(json));
    } catch (JsonProcessingException e) {
      return rejected("This is not a JSON object: " + firstLine(e) + ".", json);
    } catch (JsonFields.WrongKey e) {
      return rejected(e.getMessage() + ".", json);
    }
  }

  @Override
  public void read(ImportFile in, Sink sink) throws IOException {
    try (BufferedReader lines = new BufferedReader(in.text())) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        sink.accept(new Place(in.name(), number), read(line));
      }
    }
  }

  @Override
  public boolean recognises(Beginning beginning) {
    return beginning.text().stripLeading().startsWith("{");
  }

  private static ImportLine read(JsonNode json) throws JsonFields.WrongKey {
    if (!json.isObject()) {
      return ImportLine.Rejected.of("A line should be a JSON object, such as {\"url\":\"…\"}.");
    }
    JsonFields fields = new JsonFields(json, "");
    if (!fields.has(VERSION_KEY)) {
      return SuppliedJson.read(fields);
    }
    long version = fields.number(VERSION_KEY);
    if (version > VERSION) {
      return ImportLine.Rejected.of(
          "This line was written by a newer zhai (layout %d, this one reads up to %d): update zhai."
              .formatted(version, VERSION));
    }
    if (version < 1) {
      throw fields.wrong(VERSION_KEY, "should be 1 at least");
    }
    return new ImportLine.Full(DossierReading.read(fields));
  }

  private static ImportLine rejected(String reason, String line) {
    return new ImportLine.Rejected(reason, null, line);
  }

  private static String firstLine(JsonProcessingException e) {
    return Characters.oneLine(e.getOriginalMessage().lines().findFirst().orElse("no value"));
  }
}
