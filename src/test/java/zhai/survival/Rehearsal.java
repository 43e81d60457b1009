package zhai.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import zhai.cli.Zhai;
import zhai.loopback.TestWeb;

/// A deed with what is there before it and what an undisturbed run makes of it.
///
/// @param stage as it is before; never changed
/// @param before what the library keeps; nothing if it can't be read
/// @param listBefore the bytes of the earlier export
record Rehearsal(
    Deed deed,
    Stage stage,
    Map<Long, Stage.Page> before,
    Map<Long, Stage.Page> after,
    String listBefore,
    String listAfter) {

  /// Rehearses deeds.
  static Map<Deed, Rehearsal> all(List<Deed> deeds, Path place, TestWeb web) throws IOException {
    Map<Deed.Start, Stage> stages = new EnumMap<>(Deed.Start.class);
    for (Deed.Start start : Deed.Start.values()) {
      stages.put(start, Stage.build(place.resolve("before-" + start), web, start));
    }
    Map<Deed, Rehearsal> all = new EnumMap<>(Deed.class);
    for (Deed deed : deeds) {
      Stage stage = stages.get(deed.start());
      all.put(deed, of(deed, stage, place.resolve("rehearsed-" + deed)));
    }
    return all;
  }

  private static Rehearsal of(Deed deed, Stage stage, Path place) throws IOException {
    Stage copy = stage.copyTo(place);
    Map<Long, Stage.Page> before = copy.pages();
    String listBefore = list(copy);
    Zhai.Ran ran = copy.zhai().run(deed.arguments(copy).toArray(String[]::new));
    if (ran.code() != 0) {
      throw new IllegalStateException(deed + ": " + ran);
    }
    return new Rehearsal(deed, stage, before, copy.pages(), listBefore, list(copy));
  }

  static String list(Stage stage) throws IOException {
    Path list = stage.folder().resolve("list.jsonl");
    return Files.exists(list) ? Files.readString(list) : "";
  }
}
