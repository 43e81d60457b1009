package zhai.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import zhai.fetch.FetchOutcome.LimitReached;
import zhai.fetch.FetchOutcome.PrivateAddress;
import zhai.fetch.FetchOutcome.Reason;
import zhai.fetch.FetchOutcome.Unreachable;

/// The one map from what a network throws to what is told of it.
final class Failure {
  private Failure() {}

  static FetchOutcome outcome(IOException thrown, List<String> hops) {
    Optional<RefusedAddressException> refused = find(RefusedAddressException.class, thrown);
    if (refused.isPresent()) {
      return new PrivateAddress(hops.getLast(), message(refused.get()), hops);
    }
    if (Thread.currentThread().isInterrupted()) {
      return new Unreachable(Reason.INTERRUPTED, "interrupted", hops);
    }
    return switch (thrown) {
      case LimitException e -> new LimitReached(e.limit(), message(e), hops);
      case SocketTimeoutException _ ->
          new LimitReached(Limit.CONNECT_TIME, "no connection in time", hops);
      case InterruptedIOException _ ->
          new LimitReached(Limit.CALL_TIME, "no whole answer in time", hops);
      default -> new Unreachable(reason(thrown), message(thrown), hops);
    };
  }

  private static Reason reason(IOException thrown) {
    return switch (thrown) {
      case BrowserException _ -> Reason.BROWSER;
      case UnknownHostException _ -> Reason.NAME;
      case ConnectException _ -> Reason.CONNECT;
      case NoRouteToHostException _ -> Reason.CONNECT;
      case PortUnreachableException _ -> Reason.CONNECT;
      case BrokenBodyException e -> isCutShort(e) ? Reason.LOST : Reason.BODY;
      case ProtocolException _ -> Reason.PROTOCOL;
      case SSLException _ -> Reason.TLS;
      default -> find(CertificateException.class, thrown).isPresent() ? Reason.TLS : Reason.LOST;
    };
  }

  /// OkHttp says it in one of two ways, depending on how the body's end is marked.
  private static boolean isCutShort(BrokenBodyException broken) {
    return broken.getCause() instanceof EOFException
        || "unexpected end of stream".equals(broken.getMessage());
  }

  /// OkHttp tries several addresses at once, and hangs what the others threw on the first failure.
  private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable thrown) {
    return tree(thrown).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> tree(Throwable thrown) {
    Stream<Throwable> causes = thrown.getCause() == null ? Stream.empty() : tree(thrown.getCause());
    return Stream.of(
            Stream.of(thrown), causes, Stream.of(thrown.getSuppressed()).flatMap(Failure::tree))
        .flatMap(part -> part);
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }
}
