package zhai.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import zhai.library.Library;
import zhai.model.Bytes;

/// The local reader, listening: pages and an API for one library on one port, pages as they came on
/// another.
public final class ReaderServer implements AutoCloseable {
  private final Loopback own;
  private final Loopback source;
  private final Keys keys;
  private final Fetching fetching;
  private final Messages messages;
  private final List<Route> routes;

  private ReaderServer(Library library, Supplier<Web> webs, int port) throws IOException {
    keys = Keys.open(library.folder().serveToken());
    own = new Loopback(port);
    source = new Loopback(0);
    fetching = new Fetching(library, webs);
    Templates templates = new Templates();
    messages = new Messages(templates);
    Door door = new Door(keys, own.port(), own.port());
    routes =
        new Routes(library, templates, fetching, new Routes.Ways(keys, door, source.port())).all();
    own.start(exchange -> Protection.ofOwnPage(answer(exchange, door, routes)));
    List<Route> asTheyCame =
        List.of(Route.get("/page/{id}/source", new SourcePage(library)::answer));
    Door second = new Door(keys, source.port(), own.port());
    source.start(exchange -> Protection.ofPageAsItCame(answer(exchange, second, asTheyCame)));
  }

  /// Starts a reader of a library; who opened that closes it, later.
  ///
  /// @param webs where pages come from that are added; opened when the first is
  /// @param port 0 for any that is free
  /// @throws java.net.BindException if another program has the port
  public static ReaderServer open(Library library, Supplier<Web> webs, int port)
      throws IOException {
    return new ReaderServer(library, webs, port);
  }

  /// Where it listens; ends with a slash.
  public String address() {
    return "http://127.0.0.1:%d/".formatted(own.port());
  }

  /// The link by which a browser comes in, as long as this server runs.
  public String entrance() {
    return address() + Door.ENTRANCE.substring(1) + "?key=" + keys.link();
  }

  /// What other programs send in the header `Zhai-Token`.
  String token() {
    return keys.installation();
  }

  /// Where pages are shown as they came; ends with a slash.
  String sourceAddress() {
    return "http://127.0.0.1:%d/".formatted(source.port());
  }

  List<Route> routes() {
    return routes;
  }

  private Reply answer(HttpExchange exchange, Door door, List<Route> offered) {
    Knock knock = Knock.of(exchange);
    try {
      return switch (door.answer(knock)) {
        case Door.Word.Refused no ->
            messages.failed(knock, new Failed(no.status(), no.sentence(), ""));
        case Door.Word.ComeAgain _ -> messages.again(exchange.getRequestURI().toString());
        case Door.Word.Welcome _ -> answer(exchange, knock, offered);
      };
    } catch (IOException | RuntimeException e) {
      return messages.failed(knock, e);
    }
  }

  private static Reply answer(HttpExchange exchange, Knock knock, List<Route> offered)
      throws IOException {
    boolean known = false;
    for (Route route : offered) {
      Optional<Map<String, String>> places = route.match(knock.path());
      if (places.isPresent() && route.answersTo(knock.method())) {
        Bytes body = knock.reads() ? Reply.NOTHING : Loopback.body(exchange, Routes.MAX_BODY_BYTES);
        return route
            .handler()
            .answer(
                new Asked(
                    knock.header("Host").orElse(""),
                    places.get(),
                    Asked.query(exchange.getRequestURI()),
                    knock.header("If-None-Match").orElse(""),
                    body));
      }
      known |= places.isPresent();
    }
    throw known
        ? new HttpFailure(405, "not by " + knock.method())
        : new HttpFailure(404, "there is no page %s here".formatted(knock.path()));
  }

  @Override
  public void close() {
    own.close();
    source.close();
    fetching.close();
  }
}
