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
import zhai.library.UnknownBookmarkException;

/// Asks for pages behind the scenes, while whoever added them goes on.
final class Fetching implements AutoCloseable {
  /// Few enough that reading in the browser stays quick.
  private static final int AT_ONCE = 4;

  private final Library library;
  private final Supplier<Web> webs;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> troubles = new ConcurrentHashMap<>();
  private @Nullable Web web;

  /// @param webs opened when the first page is wanted, which may take a moment
  Fetching(Library library, Supplier<Web> webs) {
    this.library = library;
    this.webs = webs;
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
      Intake intake = new Intake(library, web().pages(), web().images());
      intake.keepImages(intake.visit(id));
      library.catchUp();
    } catch (UnknownBookmarkException _) {
      // It was removed in the meantime; nobody waits for its page.
    } catch (RuntimeException e) {
      troubles.put(id, Failed.of(e).sentence());
    } finally {
      running.remove(id);
    }
  }

  private synchronized Web web() {
    Web open = web;
    if (open == null) {
      open = webs.get();
      web = open;
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
      if (web != null) {
        web.close();
      }
    }
  }
}
