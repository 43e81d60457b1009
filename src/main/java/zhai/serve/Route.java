package zhai.serve;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An address that is answered.
///
/// @param pattern segments, of which those in braces take any value: `/entry/{id}`
record Route(String method, String pattern, Handler handler) {

  /// What answers.
  @FunctionalInterface
  interface Handler {
    Reply answer(Asked asked) throws IOException;
  }

  static Route get(String pattern, Handler handler) {
    return new Route("GET", pattern, handler);
  }

  static Route post(String pattern, Handler handler) {
    return new Route("POST", pattern, handler);
  }

  /// What stands in the places of the pattern if it is this route's path.
  Optional<Map<String, String>> match(String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> places = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
        places.put(wanted[i].substring(1, wanted[i].length() - 1), Asked.decoded(given[i]));
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(places);
  }

  /// Whether it answers to that method; what is read can be read without its body.
  boolean answersTo(String asked) {
    return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
  }
}
