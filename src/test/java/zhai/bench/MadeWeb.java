package zhai.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/// A web on this machine: hosts `127.0.1.1` and on, half of them over TLS and HTTP/2, the others
/// over plain HTTP/1.1, each answering after {@value #LATENCY_MILLIS} ms. It watches how it is
/// asked.
final class MadeWeb implements AutoCloseable {
  static final int LATENCY_MILLIS = 200;

  private final MockWebServer plain = new MockWebServer();
  private final MockWebServer secure = new MockWebServer();
  private final HeldCertificate certificate;
  private final int hosts;
  private final List<Buffer> answers = new ArrayList<>();
  private final List<Watch> watches = new CopyOnWriteArrayList<>();

  private MadeWeb(int hosts) {
    this.hosts = hosts;
    HeldCertificate.Builder builder = new HeldCertificate.Builder().commonName("made");
    for (int host = 0; host < hosts; host++) {
      builder.addSubjectAlternativeName(host(host));
    }
    this.certificate = builder.build();
  }

  /// How it was asked.
  static final class Watch {
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final AtomicInteger most = new AtomicInteger();
    private final Map<String, Set<Integer>> connections = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger multiplexed = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong firstAt = new AtomicLong();
    private final AtomicLong lastAt = new AtomicLong();

    private void begin(String host, RecordedRequest request) {
      firstAt.compareAndSet(0, System.nanoTime());
      requests.incrementAndGet();
      multiplexed.addAndGet(request.getVersion().startsWith("HTTP/2") ? 1 : 0);
      connections
          .computeIfAbsent(host, _ -> ConcurrentHashMap.newKeySet())
          .add(request.getConnectionIndex());
      int now = inFlight.computeIfAbsent(host, _ -> new AtomicInteger()).incrementAndGet();
      most.accumulateAndGet(now, Math::max);
    }

    private void end(String host, long size) {
      inFlight.get(host).decrementAndGet();
      bytes.addAndGet(size);
      lastAt.set(System.nanoTime());
    }

    int requests() {
      return requests.get();
    }

    /// Requests that one host had before it at the same time.
    int most() {
      return most.get();
    }

    int connections() {
      return connections.values().stream().mapToInt(Set::size).sum();
    }

    /// Of one host, at any time.
    int mostConnections() {
      return connections.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    double overHttp2() {
      return (double) multiplexed.get() / Math.max(1, requests.get());
    }

    /// From the first request to the last answer.
    double seconds() {
      return (lastAt.get() - firstAt.get()) / 1e9;
    }

    double megabytes() {
      return bytes.get() / 1e6;
    }
  }

  /// Makes the pages and opens the servers.
  static MadeWeb open(MadePages pages, int count, int hosts) throws IOException {
    MadeWeb web = new MadeWeb(hosts);
    MadeSite site = new MadeSite(pages);
    for (int number = 0; number < count; number++) {
      web.answers.add(site.gzip(number));
    }
    HandshakeCertificates identity =
        new HandshakeCertificates.Builder().heldCertificate(web.certificate).build();
    web.secure.useHttps(identity.sslSocketFactory());
    for (MockWebServer server : List.of(web.plain, web.secure)) {
      server.setDispatcher(web.new Answers());
      server.start(InetAddress.ofLiteral("0.0.0.0"), 0);
    }
    return web;
  }

  private static String host(int number) {
    return "127.0.1." + (number + 1);
  }

  /// The addresses of all pages, the hosts in turn.
  List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (int number = 0; number < answers.size(); number++) {
      int host = number % hosts;
      boolean tls = host % 2 == 1;
      addresses.add(
          "%s://%s:%d/p/%d"
              .formatted(
                  tls ? "https" : "http", host(host), (tls ? secure : plain).getPort(), number));
    }
    return addresses;
  }

  /// What it sees from now on.
  Watch watchAnew() {
    watches.add(new Watch());
    return watches.getLast();
  }

  /// Writes what a Java process must trust to read the pages.
  void writeTrust(Path file, String password) throws Exception {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("made", certificate.certificate());
    try (var out = Files.newOutputStream(file)) {
      trust.store(out, password.toCharArray());
    }
  }

  private final class Answers extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      String host = request.getUrl().host();
      String path = request.getUrl().encodedPath();
      if (!path.startsWith("/p/")) {
        return new MockResponse.Builder().code(404).build();
      }
      Buffer body = answers.get(Integer.parseInt(path.substring(3))).clone();
      Watch now = watches.getLast();
      now.begin(host, request);
      try {
        Thread.sleep(LATENCY_MILLIS);
      } finally {
        now.end(host, body.size());
      }
      return new MockResponse.Builder()
          .addHeader("Content-Type", "text/html; charset=utf-8")
          .addHeader("Content-Encoding", "gzip")
          .body(body)
          .build();
    }
  }

  @Override
  public void close() {
    plain.close();
    secure.close();
  }
}
