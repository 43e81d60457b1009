package zhai.survival;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What many trials came to, in the lines that a suite prints at its end.
///
/// @param name of the suite
/// @param what is counted, such as `kills`
record Figures(String name, String what, List<Trial.Found> trials) {

  /// Where the processes ended, most often first, then the sum in one line.
  @Override
  public String toString() {
    Map<String, Long> places =
        trials.stream()
            .flatMap(trial -> trial.ends().stream())
            .collect(Collectors.groupingBy(Trial.End::last, TreeMap::new, Collectors.counting()));
    String where =
        places.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(place -> "%d %s".formatted(place.getValue(), place.getKey()))
            .collect(Collectors.joining(" · "));
    return "suite %s, last point reached: %s%nsuite %s: %,d %s, %,d acknowledged, %d lost, %d torn, %d unsound, %d manual steps"
        .formatted(
            name,
            where,
            name,
            trials.stream().mapToInt(trial -> trial.ends().size()).sum(),
            what,
            trials.stream()
                .flatMap(trial -> trial.ends().stream())
                .mapToInt(Trial.End::acknowledged)
                .sum(),
            count(Trial.Kind.LOST),
            count(Trial.Kind.TORN),
            count(Trial.Kind.UNSOUND),
            count(Trial.Kind.STUCK));
  }

  private long count(Trial.Kind kind) {
    return harm().stream().filter(harm -> harm.kind() == kind).count();
  }

  List<Trial.Harm> harm() {
    return trials.stream().flatMap(trial -> trial.harm().stream()).toList();
  }
}
