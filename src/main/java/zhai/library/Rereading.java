package zhai.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import zhai.library.RereadPage.Result;
import zhai.model.Entry;
import zhai.store.KeptPage;

/// Reads articles anew from the bytes that were kept, and asks nobody: after a better extractor, or
/// with new rules for a site, it renews a whole library, pages that are long gone included.
///
/// Of each bookmark those bytes are read that its current version was made from. What they say is
/// judged as if the page had been read again ({@link Comparing}): the same changes nothing, a worse
/// reading stands beside, what is no article any more is told and changes nothing. Whose page it is
/// was settled when it came, and is not asked again.
///
/// Pages are read on every core while the batch before is stored, each batch in a transaction: what
/// was stored before an interruption stays, and run again it finds that the same.
public final class Rereading {
  private static final int BATCH = 500;

  /// Bytes of pages behind a batch. Two batches are in memory, of each page what it says now and
  /// said before.
  private static final long MAX_BATCH_BYTES = 8 << 20;

  private final Library library;
  private final boolean images;
  private final Advance advance;
  private final Consumer<Visit> onVisit;
  private long all;
  private long done;
  private long changed;

  /// @param images whether the pictures are kept that pages carry in themselves
  /// @param advance told how many were read
  /// @param onVisit told of each, in order; those removed in the meantime are left out
  public Rereading(Library library, boolean images, Advance advance, Consumer<Visit> onVisit) {
    this.library = library;
    this.images = images;
    this.advance = advance;
    this.onVisit = onVisit;
  }

  /// Those of the bookmarks whose page is kept, in the order given.
  public static List<KeptPage> kept(Library library, List<Long> ids) {
    return library.store().keptPages(ids);
  }

  /// Reads them anew; when this returns, the index has followed.
  public void run(List<KeptPage> pages) {
    all = pages.size();
    advance.at(0, all);
    try (Following index = new Following(library)) {
      List<KeptPage> left = pages;
      while (!left.isEmpty()) {
        left = once(left, index);
      }
    }
    library.catchUp();
  }

  /// @return those that somebody else changed while they were read
  private List<KeptPage> once(List<KeptPage> pages, Following index) {
    List<KeptPage> overtaken = new ArrayList<>();
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      List<CompletableFuture<RereadPage>> ready = List.of();
      for (List<KeptPage> batch : batches(pages)) {
        List<CompletableFuture<RereadPage>> begun =
            batch.stream()
                .map(page ->
                    CompletableFuture.supplyAsync(
                        () -> RereadPage.of(library, page, images), workers))
                .toList();
        overtaken.addAll(store(ready, index));
        ready = begun;
      }
      overtaken.addAll(store(ready, index));
    }
    return overtaken;
  }

  private static List<List<KeptPage>> batches(List<KeptPage> pages) {
    List<List<KeptPage>> batches = new ArrayList<>();
    List<KeptPage> batch = new ArrayList<>();
    long bytes = 0;
    for (KeptPage page : pages) {
      batch.add(page);
      bytes += page.bytes();
      if (batch.size() >= BATCH || bytes >= MAX_BATCH_BYTES) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
    }
    batches.add(batch);
    return batches;
  }

  /// Stores a batch and tells of it.
  private List<KeptPage> store(List<CompletableFuture<RereadPage>> batch, Following index) {
    if (batch.isEmpty()) {
      return List.of();
    }
    List<RereadPage> pages = batch.stream().map(one -> new Awaited<>(one).result()).toList();
    List<Result> results =
        pages.stream().anyMatch(RereadPage::hasNews)
            ? library.store().write(tx -> pages.stream().map(page -> page.storeIn(tx)).toList())
            : pages.stream().map(RereadPage::unchanged).toList();
    List<KeptPage> overtaken = tell(pages, results);
    done += pages.size() - overtaken.size();
    index.stored(changed);
    advance.at(done, all);
    return overtaken;
  }

  private List<KeptPage> tell(List<RereadPage> pages, List<Result> results) {
    Map<Long, Entry> entries = new HashMap<>();
    library
        .store()
        .outlines(pages.stream().map(RereadPage::id).toList())
        .forEach(entry -> entries.put(entry.bookmark().id(), entry));
    List<KeptPage> overtaken = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      RereadPage page = pages.get(i);
      Entry now = entries.get(page.id());
      switch (results.get(i)) {
        case Result.Overtaken _ when now != null -> overtaken.add(page.kept());
        case Result.Stored stored when now != null -> {
          changed += stored.news() ? 1 : 0;
          onVisit.accept(page.visit(now, stored));
        }
        case Result.Overtaken _, Result.Stored _, Result.Gone _ -> {}
      }
    }
    return overtaken;
  }
}
