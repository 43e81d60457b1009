package zhai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhai.fetch.Limits;

/// Reading pages from a web on this machine by `zhai fetch`: asked for, read, stored, indexed. How
/// near it comes to what politeness allows; beside it wget and curl, which only download.
///
/// Only where all of `127.*` is this machine, as on Linux.
final class FetchRun {
  private static final int PAGES = 1_000;
  private static final int HOSTS = 50;
  private static final String PASSWORD = "made-up";
  private static final String ALLOWED = "what politeness allows";

  /// wget asks one after the other: of a tenth of the pages it is known as well how long it takes.
  private static final int PAGES_OF_WGET = PAGES / 10;

  private final Bench bench;
  private final MadeWeb web;

  private FetchRun(Bench bench, MadeWeb web) {
    this.bench = bench;
    this.web = web;
  }

  static void measure(Bench bench) throws Exception {
    if (!System.getProperty("os.name").equals("Linux")) {
      bench.table().say("It needs Linux, where all addresses from 127.0.0.1 on are this machine.");
      return;
    }
    int count = Integer.getInteger("fetched", PAGES);
    try (MadeWeb web = MadeWeb.open(bench.pages(), count, HOSTS)) {
      FetchRun run = new FetchRun(bench, web);
      double rate = run.zhai(count);
      run.wget(rate, Math.min(PAGES_OF_WGET, count));
      run.curl(rate, count);
    }
  }

  /// Seconds that one host must be given for its pages: the turns that it takes at once, or the
  /// pauses between them if these are longer.
  private static double fewestSeconds(int pagesOfHost) {
    Limits.Politeness politeness = Limits.defaults().politeness();
    double latency = MadeWeb.LATENCY_MILLIS / 1e3;
    double turns = Math.ceilDiv(pagesOfHost, politeness.connections()) * latency;
    double pauses = (pagesOfHost - 1) * politeness.pause().toMillis() / 1e3 + latency;
    return Math.max(turns, pauses);
  }

  private double zhai(int count) throws Exception {
    Path trust = bench.work().resolve("trust.p12");
    web.writeTrust(trust, PASSWORD);
    Map<String, String> environment = new HashMap<>();
    environment.put("ZHAI_LIBRARY", bench.work().resolve("fetched").toString());
    importAddresses(environment);
    environment.put(
        "JDK_JAVA_OPTIONS",
        "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
            .formatted(trust, PASSWORD));
    MadeWeb.Watch watch = web.watchAnew();
    Processes.Taken taken =
        Processes.run(List.of(Bench.APP.toString(), "fetch", "--allow-private"), environment);
    double rate = count / taken.seconds();
    double fewest = fewestSeconds(Math.ceilDiv(count, HOSTS));
    Table table = bench.table();
    String what =
        "fetch of %,d pages of %d hosts, %.0f kB each"
            .formatted(count, HOSTS, 1_000 * watch.megabytes() / count);
    Figure limit = Figure.seconds(fewest);
    table.row(what, Figure.seconds(taken.seconds()), ALLOWED, limit);
    table.row(
        "  from the first request to the last answer",
        Figure.seconds(watch.seconds()),
        ALLOWED,
        limit);
    table.row(
        "pages stored and searchable",
        Figure.perSecond(rate),
        ALLOWED,
        Figure.perSecond(count / fewest));
    table.row(
        "requests at a host at once, at most",
        Figure.count(watch.most()),
        "promised",
        Figure.count(Limits.defaults().politeness().connections()));
    tell(watch);
    table.row("resident memory at most", Figure.megabytes(taken.peakMegabytes()));
    return rate;
  }

  private void importAddresses(Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    web.addresses().forEach(address -> lines.add(Bench.json(Map.of("url", address))));
    Path file = Files.write(bench.work().resolve("addresses.jsonl"), lines);
    Processes.run(
        List.of(Bench.APP.toString(), "import", "--no-fetch", "--format", "jsonl", file.toString()),
        environment);
  }

  private void tell(MadeWeb.Watch watch) {
    Table table = bench.table();
    int requests = watch.requests();
    table.row(
        "requests over a connection that was there",
        Figure.share(1 - (double) watch.connections() / requests),
        "one for each host",
        Figure.share(1 - (double) HOSTS / requests));
    table.row("connections to a host in all, at most", Figure.count(watch.mostConnections()));
    table.row(
        "requests over HTTP/2",
        Figure.share(watch.overHttp2()),
        "hosts that speak it",
        Figure.share(0.5));
  }

  private void wget(double zhai, int count) throws IOException, InterruptedException {
    if (bench.has("wget", "wget")) {
      Path list = Files.write(bench.work().resolve("wget.txt"), web.addresses().subList(0, count));
      web.watchAnew();
      Processes.Taken taken =
          Processes.run(
              List.of(
                  "wget", "-q", "--no-check-certificate", "-O", "/dev/null", "-i", list.toString()),
              Map.of());
      row("pages, of %,d".formatted(count), zhai, "wget -i", count / taken.seconds());
    }
  }

  private void curl(double zhai, int count) throws IOException, InterruptedException {
    if (bench.has("curl", "curl")) {
      Path config = bench.work().resolve("curl.txt");
      List<String> lines = new ArrayList<>();
      for (String address : web.addresses()) {
        lines.add("url = \"" + address + "\"");
        lines.add("output = \"/dev/null\"");
      }
      Files.write(config, lines);
      MadeWeb.Watch watch = web.watchAnew();
      Processes.Taken taken =
          Processes.run(
              List.of("curl", "--parallel", "-sk", "--config", config.toString()), Map.of());
      row(
          "pages",
          zhai,
          "curl --parallel, %d at a host".formatted(watch.most()),
          count / taken.seconds());
    }
  }

  private void row(String what, double zhai, String peer, double theirs) {
    bench.table().row(what, Figure.perSecond(zhai), peer, Figure.perSecond(theirs));
  }
}
