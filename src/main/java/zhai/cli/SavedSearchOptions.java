package zhai.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import zhai.exchange.JsonText;
import zhai.library.KeptSearches;
import zhai.library.Library;
import zhai.model.SavedSearch;

/// The options of `zhai search` that keep searches by name, and what they do.
final class SavedSearchOptions {
  @Option(
      names = "--save",
      paramLabel = "NAME",
      description = "Keep QUERY by a name; @NAME in any query asks for it again.")
  private @Nullable String save;

  @Option(names = "--saved", description = "List the saved searches instead.")
  private boolean list;

  @Option(names = "--forget", paramLabel = "NAME", description = "Forget a saved search instead.")
  private @Nullable String forget;

  /// Keeps the query if that was asked for.
  void save(Printer printer, Library library, String query) {
    String name = save;
    if (name == null) {
      return;
    }
    if (query.isBlank()) {
      throw new UsageException("--save needs a query: `zhai search WORDS --save " + name + "`");
    }
    Optional<SavedSearch> before = new KeptSearches(library).save(checked(name), query);
    printer.remark(
        "saved as @" + bare(name) + before.map(old -> "; it was: " + old.query()).orElse(""));
  }

  /// Does what needs no search.
  ///
  /// @return whether that was asked for
  boolean listOrForget(Printer printer, Library library, boolean json) {
    KeptSearches searches = new KeptSearches(library);
    if (forget != null) {
      forget(printer, searches, checked(forget));
    } else if (list) {
      searches.all().forEach(search -> print(printer, search, json));
    }
    return list || forget != null;
  }

  private static void forget(Printer printer, KeptSearches searches, String name) {
    KeptSearches.Forgotten forgotten = searches.forget(name);
    printer.line(
        "forgotten: @%s  %s".formatted(forgotten.search().name(), forgotten.search().query()));
    forgotten
        .orphans()
        .forEach(orphan ->
            printer.remark("@%s asks for it and can't be read any more.".formatted(orphan.name())));
  }

  private static void print(Printer printer, SavedSearch search, boolean json) {
    if (json) {
      printer.json(
          JsonText.write(
              JsonText.object()
                  .put("name", search.name())
                  .put("query", search.query())
                  .put("saved", search.savedAt().toString())));
    } else {
      printer.line(Line.of("").strong("@" + search.name()).plain("  " + search.query()));
    }
  }

  private static String checked(String name) {
    if (!SavedSearch.isName(name)) {
      throw new UsageException(
          "'%s' can't name a search: letters, digits, - and _ can, a letter or digit first"
              .formatted(name));
    }
    return name;
  }

  private static String bare(String name) {
    return name.replaceFirst("^[@＠]", "");
  }
}
