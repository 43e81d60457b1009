package zhai.fetch;

import java.net.Proxy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// The HTTP clients.
///
/// There is one for each ceiling, with sockets guarded at that ceiling and a pool of its own: a
/// connection that was opened to a private host for one request must not be lying about for another
/// one that may not have opened it. Proxies are not used, whatever the environment says: through
/// one, the guard would see the proxy's address and nothing else.
final class Wire implements AutoCloseable {
  private static final int IDLE_CONNECTIONS = 200;
  private static final Duration IDLE_TIME = Duration.ofSeconds(30);

  private final Map<Level, OkHttpClient> clients = new EnumMap<>(Level.class);

  /// @param base whose trust is used
  Wire(FetchOptions options, Reach reach, OkHttpClient base) {
    for (Level ceiling : List.of(Level.PUBLIC, Level.LOCAL, Level.LOOPBACK)) {
      clients.put(ceiling, client(options, base, reach, ceiling));
    }
  }

  private static OkHttpClient client(
      FetchOptions options, OkHttpClient base, Reach reach, Level ceiling) {
    OkHttpClient.Builder client =
        base.newBuilder()
            .socketFactory(reach.sockets(ceiling))
            .connectionPool(pool())
            .proxy(Proxy.NO_PROXY)
            .dns(reach::lookup)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(options.limits().connectTime())
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO);
    HttpUrl gateway = options.gateway() == null ? null : HttpUrl.parse(options.gateway());
    if (gateway != null) {
      client.addInterceptor(new Gateway(gateway)).socketFactory(reach.sockets(Level.LOOPBACK));
    }
    return client.build();
  }

  /// Connections to as many hosts as are asked side by side: a host is asked again as soon as
  /// politeness allows, and opening one costs more than asking.
  private static ConnectionPool pool() {
    return new ConnectionPool(IDLE_CONNECTIONS, IDLE_TIME.toSeconds(), TimeUnit.SECONDS);
  }

  /// A call that may reach nothing more private than the ceiling.
  Call call(Request request, Level ceiling) {
    OkHttpClient client = clients.get(ceiling);
    if (client == null) {
      throw new IllegalArgumentException("nothing may be asked at " + ceiling);
    }
    return client.newCall(request);
  }

  @Override
  public void close() {
    for (OkHttpClient client : clients.values()) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
