package zhai.serve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import zhai.library.Intake;
import zhai.library.Library;
import zhai.library.PageSource;
import zhai.library.UnknownBookmarkException;

/// Asks for pages behind the scenes, while whoever added them goes on.
final class Fetching implements AutoCloseable {
  /// Few enough that reading in the browser stays quick.
  private static final int AT_ONCE = 4;

  private final Library library;
  private final Supplier<PageSource> sources;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> troubles = new ConcurrentHashMap<>();
  private @Nullable PageSource source;

  /// @param sources opened when the first page is wanted, which may take a moment
  Fetching(Library library, Supplier<PageSource> sources) {
    this.library = library;
    this.sources = sources;
  }

  /// Asks for a bookmark's page soon.
  ///
  /// @return false if that is under way already
  boolean ask(long id) {
    boolean isNew = running.add(id);
    if (isNew) {
      threads.execute(() -> visit(id));
    }
    return isNew;
  }

  private void visit(long id) {
    try {
      troubles.remove(id);
      new Intake(library, source()).visit(id);
      library.catchUp();
    } catch (UnknownBookmarkException _) {
      // It was removed in the meantime; nobody waits for its page.
    } catch (RuntimeException e) {
      troubles.put(id, Failed.of(e).sentence());
    } finally {
      running.remove(id);
    }
  }

  private synchronized PageSource source() {
    PageSource open = source;
    if (open == null) {
      open = sources.get();
      source = open;
    }
    return open;
  }

  /// The bookmarks whose pages are being asked for.
  List<Long> running() {
    return List.copyOf(new TreeSet<>(running));
  }

  /// What went wrong that is no verdict about a page: the disk is full, the library is locked.
  ///
  /// @return empty if nothing did
  String trouble(long id) {
    return troubles.getOrDefault(id, "");
  }

  @Override
  public void close() {
    threads.shutdownNow();
    synchronized (this) {
      if (source != null) {
        source.close();
      }
    }
  }
}
