package zhai.library;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zhai.extract.ShownImages;
import zhai.fetch.FetchOutcome;
import zhai.fetch.FetchRequest;
import zhai.fetch.Fetcher;
import zhai.model.Article;
import zhai.model.Bytes;
import zhai.model.Entry;
import zhai.model.ImageType;
import zhai.model.StoredImage;

/// The walk of an article's pictures: those that are not kept yet are asked for one after the
/// other, and kept a few at a time. A picture that does not come is no failure: it stays the link
/// that it was, and is asked for again when the page is.
///
/// What came is kept if its first bytes are those of an {@link ImageType}, whatever the server
/// calls it. Nothing is unpacked.
final class ImageWalk {
  /// From so many bytes on what came is stored before more is asked for.
  private static final long BATCH_BYTES = 4_000_000;

  private static final int OK = 200;
  private static final Pattern WEB =
      Pattern.compile("https?://([^/?#]+)", Pattern.CASE_INSENSITIVE);

  private final Library library;
  private final Fetcher fetcher;
  private final ImageLimits limits;
  private final long id;
  private final Instant end;
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, Bytes> batch = new LinkedHashMap<>();
  private int fresh;
  private long freshBytes;

  private ImageWalk(Library library, Fetcher fetcher, ImageLimits limits, Entry entry) {
    this.library = library;
    this.fetcher = fetcher;
    this.limits = limits;
    this.id = entry.bookmark().id();
    this.end = library.now().plus(limits.time());
  }

  /// Asks for the pictures of the bookmark's current article that are not kept yet.
  static ImagesKept keep(Library library, Fetcher fetcher, ImageLimits limits, Entry entry) {
    Article article = entry.currentArticle();
    List<String> shown = article == null ? List.of() : ShownImages.of(article.content());
    return shown.isEmpty()
        ? ImagesKept.none(entry.bookmark().id())
        : new ImageWalk(library, fetcher, limits, entry).walk(shown);
  }

  private ImagesKept walk(List<String> shown) {
    Map<String, Integer> kept =
        library.store().images(id).stream()
            .collect(Collectors.toMap(StoredImage::address, StoredImage::size));
    Set<String> wanted = shown.stream().limit(limits.images()).collect(Collectors.toSet());
    long room = limits.bytes() - wanted.stream().mapToLong(it -> kept.getOrDefault(it, 0)).sum();
    int known = 0;
    for (String address : shown) {
      if (kept.containsKey(address)) {
        known++;
      } else if (wanted.contains(address)) {
        take(address, room);
      }
    }
    store();
    return new ImagesKept(id, fresh, freshBytes, shown.size() - known - fresh);
  }

  private void take(String address, long room) {
    String host = host(address);
    if (host.isEmpty() || refusals.getOrDefault(host, 0) >= limits.refusals() || isOver()) {
      return;
    }
    Optional<Bytes> image = ask(address);
    refusals.merge(host, 1, (before, one) -> image.isPresent() ? 0 : before + one);
    if (image.isPresent() && freshBytes + image.get().size() <= room) {
      batch.put(address, image.get());
      fresh++;
      freshBytes += image.get().size();
    }
    if (batch.values().stream().mapToLong(Bytes::size).sum() >= BATCH_BYTES) {
      store();
    }
  }

  private boolean isOver() {
    return Thread.currentThread().isInterrupted() || library.now().isAfter(end);
  }

  private Optional<Bytes> ask(String address) {
    return switch (fetcher.fetch(FetchRequest.image(address))) {
      case FetchOutcome.Fetched fetched when fetched.snapshot().status() == OK ->
          Optional.of(fetched.snapshot().body()).filter(limits::allow);
      case FetchOutcome.Fetched _,
          FetchOutcome.NotModified _,
          FetchOutcome.LimitReached _,
          FetchOutcome.Unreachable _,
          FetchOutcome.PrivateAddress _,
          FetchOutcome.BadRedirect _ ->
          Optional.empty();
    };
  }

  private void store() {
    if (!batch.isEmpty()) {
      library
          .store()
          .change(tx -> batch.forEach((address, image) -> tx.addImage(id, address, image)));
      batch.clear();
    }
  }

  /// Host and port; empty if it is no address on the web.
  private static String host(String address) {
    Matcher web = WEB.matcher(address);
    return web.lookingAt() ? web.group(1) : "";
  }
}
