package zhai.extract.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhai.model.Bytes;
import zhai.model.Snapshot;

/// Who looked at a page. One saved from a browser that is logged in to Zhihu holds, in the data of
/// its script, the viewer's account, city and browser; a library that is backed up and handed
/// around should not. What is kept of such a page is the same bytes with that data blank: nothing
/// that readers look at stands there.
public final class ViewerAccount {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// In Latin 1, where each character is one byte.
  private static final Pattern DATA =
      Pattern.compile(
          "<script\\b[^>]{0,200}\\bid=[\"']?js-initialData[\"']?[^>]{0,200}>",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> BLANKED = List.of("account", "env", "me", "userPrivacy");

  private ViewerAccount() {}

  /// The snapshot without the account; itself if it holds none or its data can't be read.
  public static Snapshot without(Snapshot snapshot) {
    String page = snapshot.body().toLatin1();
    Matcher data = DATA.matcher(page);
    int end = data.find() ? page.indexOf("</script", data.end()) : -1;
    if (end < 0) {
      return snapshot;
    }
    String blank = blanked(utf8(page.substring(data.end(), end)));
    if (blank.isEmpty()) {
      return snapshot;
    }
    String written = Bytes.ofUtf8(blank).toLatin1();
    String whole = page.substring(0, data.end()) + written + page.substring(end);
    return new Snapshot(
        snapshot.address(),
        snapshot.origin(),
        snapshot.status(),
        snapshot.headers(),
        Bytes.of(whole.getBytes(StandardCharsets.ISO_8859_1)),
        snapshot.takenAt());
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /// Empty if there is nothing to blank.
  private static String blanked(String data) {
    try {
      JsonNode root = JSON.readTree(data);
      if (!(root.path("initialState") instanceof ObjectNode state)) {
        return "";
      }
      String viewer = state.path("currentUser").asText("");
      if (viewer.isEmpty()) {
        return "";
      }
      state.put("currentUser", "");
      BLANKED.stream().filter(state::has).forEach(state::putObject);
      if (state.path("entities").path("users") instanceof ObjectNode users) {
        forget(users, viewer);
      }
      return JSON.writeValueAsString(root).replace("<", "\\u003C");
    } catch (JsonProcessingException _) {
      // Cut or edited by whatever saved the page: kept as it came.
      return "";
    }
  }

  /// The account stands under its id and under its name in addresses.
  private static void forget(ObjectNode users, String viewer) {
    List<String> names =
        users.properties().stream()
            .filter(user ->
                user.getKey().equals(viewer)
                    || user.getValue().path("id").asText().equals(viewer)
                    || user.getValue().path("urlToken").asText().equals(viewer))
            .map(Map.Entry::getKey)
            .toList();
    users.remove(names);
  }
}
