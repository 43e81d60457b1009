package zhai.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import zhai.extract.SiteReading.Refused;
import zhai.model.Verdict;

/// What the codes of Zhihu's interface mean, from a resource file.
record ZhihuErrors(Map<String, Refused> byCode) {
  private static final String RESOURCE = "zhihu-errors.txt";

  static ZhihuErrors load() {
    try (var stream = Objects.requireNonNull(ZhihuErrors.class.getResourceAsStream(RESOURCE));
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new ZhihuErrors(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" ", 3))
              .collect(
                  Collectors.toMap(
                      parts -> parts[0],
                      parts -> new Refused(Verdict.ofLabel(parts[1]), parts[2]))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /// Whether the body is an error with a code that only Zhihu has: one longer than those of HTTP.
  boolean areZhihus(JsonNode body) {
    String code = body.path("error").path("code").asText("");
    return code.length() > 4 && byCode.containsKey(code);
  }

  /// The refusal, if the body is nothing but an error.
  Optional<Refused> find(JsonNode body) {
    JsonNode error = body.path("error");
    if (!error.isObject()) {
      return Optional.empty();
    }
    String code = error.path("code").asText("");
    return Optional.of(
        byCode.getOrDefault(
            code, new Refused(Verdict.REFUSED, "Zhihu refused the request (" + code + ").")));
  }
}
