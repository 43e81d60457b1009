package zhai.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import zhai.exchange.EntryJson;
import zhai.fetch.Fetcher;
import zhai.fetch.SavedPage;
import zhai.library.Addition;
import zhai.library.Handover;
import zhai.library.ImageSource;
import zhai.library.Library;
import zhai.library.UnknownBookmarkException;
import zhai.model.Bytes;
import zhai.model.Entry;
import zhai.model.Mark;
import zhai.model.Tag;
import zhai.store.StoreException;
import zhai.store.TagCount;
import zhai.url.WebUrl;

/// The program that a browser starts for the extension: answers its requests, one after another,
/// until the browser closes the pipe.
///
/// Whatever comes, each message has one answer; what can't be done is answered by a sentence. The
/// library is opened for each request and closed after it, so that a popup left open is in nobody's
/// way.
public final class NativeHost {
  /// Of this conversation; a change that an older side can't live with counts it up.
  private static final int PROTOCOL = 1;

  /// As many as a person chooses from.
  private static final int MAX_TAGS = 500;

  private final Doors doors;
  private final String version;
  private final PageParts parts = new PageParts();

  /// What the program around has.
  ///
  /// @param open opens the library; there must be one
  /// @param create opens the library and makes it if it is not there
  /// @param web who asks for pictures: without cookies, at public addresses; null if the person
  ///   said that none are kept
  /// @param sentences what a failure means to a person
  public record Doors(
      Supplier<Library> open,
      Supplier<Library> create,
      @Nullable Supplier<Fetcher> web,
      Function<Exception, String> sentences) {}

  /// @param version of the program
  public NativeHost(Doors doors, String version) {
    this.doors = doors;
    this.version = version;
  }

  /// Answers until the pipe closes.
  ///
  /// @throws IOException if the browser is gone in the middle of an answer
  public void serve(InputStream in, OutputStream out) throws IOException {
    MessagePipe pipe = new MessagePipe(in, out);
    boolean open = true;
    while (open) {
      switch (pipe.read()) {
        case Incoming.Message message -> pipe.write(Answer.write(answer(message.text())));
        case Incoming.Fault fault -> {
          pipe.write(Answer.write(Answer.error(fault.sentence())));
          open = !fault.last();
        }
        case Incoming.End _ -> open = false;
      }
    }
  }

  private ObjectNode answer(String message) {
    JsonNode id = NullNode.getInstance();
    ObjectNode answer;
    try {
      JsonNode root = RequestReader.parse(message);
      id = root.path("id").isIntegralNumber() ? root.get("id") : id;
      answer = answer(RequestReader.read(root));
    } catch (BadRequestException e) {
      answer = Answer.error(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      answer = Answer.error(doors.sentences().apply(e));
    }
    return answer.set("id", id);
  }

  private ObjectNode answer(Request request) {
    return switch (request) {
      case Request.Hello _ -> hello();
      case Request.Known known -> known(known);
      case Request.Tags _ -> tags();
      case Request.Page piece -> Answer.of("page").put("characters", parts.add(piece));
      case Request.Save save -> save(save);
      case Request.Images images -> images(images);
    };
  }

  private ObjectNode hello() {
    return Answer.of("hello")
        .put("version", version)
        .put("protocol", PROTOCOL)
        .put("images", doors.web() != null);
  }

  private ObjectNode known(Request.Known request) {
    ObjectNode answer = Answer.of("known");
    Optional<Entry> entry = look(library -> entry(library, request.url()));
    return entry.isPresent()
        ? answer.set("entry", EntryJson.of(entry.get()))
        : answer.putNull("entry");
  }

  private static Optional<Entry> entry(Library library, String url) {
    try {
      return Optional.of(library.entry(library.rules().identify(url).canonical()));
    } catch (UnknownBookmarkException _) {
      return Optional.empty();
    }
  }

  private ObjectNode tags() {
    ObjectNode answer = Answer.of("tags");
    ArrayNode labels = answer.putArray("tags");
    look(library -> Optional.of(library.tags())).orElse(List.of()).stream()
        .limit(MAX_TAGS)
        .map(TagCount::tag)
        .map(Tag::label)
        .forEach(labels::add);
    return answer;
  }

  /// Empty, too, if there is no library yet: looking makes none.
  private <T> Optional<T> look(Function<Library, Optional<T>> question) {
    try (Library library = doors.open().get()) {
      return question.apply(library);
    } catch (StoreException.NoLibrary _) {
      return Optional.empty();
    }
  }

  private ObjectNode save(Request.Save request) {
    String html = request.html() == null ? parts.take(request.parts()) : request.html();
    if (html.length() > PageParts.MAX_CHARACTERS) {
      throw PageParts.tooLong();
    }
    SavedPage page = SavedPage.read(Bytes.of(html.getBytes(StandardCharsets.UTF_8)));
    try (Library library = doors.create().get()) {
      WebUrl url = library.rules().identify(request.url());
      Addition addition = addition(url, request.words(), library.now());
      Handover kept = Handover.keep(library, addition, page, imagesInPages());
      library.catchUp();
      return Answer.saved(kept, library.images(kept.visit().entry()));
    }
  }

  private ImageSource imagesInPages() {
    return doors.web() == null ? new ImageSource.Nowhere() : new ImageSource.ThePage();
  }

  /// @throws UnknownBookmarkException if it is not in the library
  private ObjectNode images(Request.Images request) {
    Supplier<Fetcher> web = doors.web();
    if (web == null) {
      throw new BadRequestException("no pictures are kept here (ZHAI_IMAGES=no)");
    }
    try (Library library = doors.open().get();
        Fetcher fetcher = web.get()) {
      Entry entry = library.entry(library.rules().identify(request.url()).canonical());
      Handover.keepImages(library, fetcher, entry);
      library.catchUp();
      return Answer.of("images").set("images", Answer.images(library.images(entry)));
    }
  }

  private static Addition addition(WebUrl url, Request.Words words, Instant now) {
    List<Mark> marks = new ArrayList<>();
    if (words.excerpt() != null) {
      marks.add(Mark.Excerpt.of(words.excerpt(), words.comment(), now));
    } else if (words.comment() != null) {
      marks.add(Mark.Note.of(words.comment(), now));
    }
    if (words.note() != null) {
      marks.add(Mark.Note.of(words.note(), now));
    }
    List<Tag> tags =
        words.tags().stream().filter(tag -> !tag.isBlank()).map(Tag::new).distinct().toList();
    return new Addition(url, words.title(), marks, tags);
  }
}
