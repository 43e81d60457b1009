package zhai.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhai.fetch.LocalFile;
import zhai.fetch.Provenance;
import zhai.fetch.SavedPage;
import zhai.library.Addition;
import zhai.library.ImageSource;
import zhai.library.Intake;
import zhai.library.Library;
import zhai.library.PageSource;
import zhai.library.Receipt;
import zhai.model.Mark;
import zhai.model.Tag;
import zhai.url.InvalidUrlException;
import zhai.url.WebUrl;

/// `zhai add`: keeps links with the user's own words, then reads their pages.
@Command(
    name = "add",
    description = {
      "Keeps a link with what you picked from it, then reads its page.",
      "'stored' means that link and words are on disk; it comes before the page is asked for.",
    },
    footer = {
      "",
      "Examples:",
      "  zhai add 'https://www.zhihu.com/question/1/answer/2' -x 'words worth keeping' -t rag",
      "  zhai add 'https://www.zhihu.com/question/1/answer/2' --html saved.html",
      "  zhai add paper.pdf -x 'words worth keeping'",
      "  pbpaste | zhai add --html - 'https://mp.weixin.qq.com/s/abc'",
    })
final class AddCommand implements Callable<Integer> {
  private final Session session;
  private final VisitPrinter visits;

  @Parameters(
      paramLabel = "URL|TEXT|FILE",
      description =
          "Addresses, share texts with addresses in them, or files (PDF, EPUB, text, Markdown,"
              + " saved pages); - reads standard input.")
  List<String> texts = new ArrayList<>();

  @Mixin Words words = new Words();

  @Option(names = "--title", paramLabel = "TITLE", description = "Your own title for it.")
  @Nullable String title;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "The page as you saved it (HTML, SingleFile, MHTML, PDF, EPUB, text; - for standard"
              + " input). Nothing is fetched then, unless you say --images.")
  @Nullable String html;

  @Option(names = "--no-fetch", description = "Only keep the link; `zhai fetch` reads it later.")
  boolean noFetch;

  @Mixin PageOptions page = new PageOptions();
  @Mixin JsonOption output = new JsonOption();

  AddCommand(Session session) {
    this.session = session;
    this.visits = new VisitPrinter(session);
  }

  /// Addresses with the one who named them: the command line, or something else.
  private record Given(List<WebUrl> urls, int rejected, Provenance provenance) {}

  @Override
  public Integer call() throws InterruptedException {
    visits.useJson(output.json);
    SavedPage saved = html == null ? null : SavedPages.read(session, html);
    List<LocalFile> files = files(saved);
    List<String> sources = !files.isEmpty() && texts.isEmpty() ? List.of() : texts(saved);
    try (Library library = session.create()) {
      Given given = given(library, sources);
      PageSource handedOver = saved == null ? null : handedOver(library, saved, given.urls());
      Map<Receipt, Boolean> receipts = storeAll(library, given.urls());
      int failed = given.rejected() + visitAll(library, receipts, handedOver, given.provenance());
      for (LocalFile file : files) {
        failed += addFile(library, file);
      }
      library.catchUp();
      return failed == 0 ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
  }

  /// Takes the arguments that are files out of those that are texts.
  private List<LocalFile> files(@Nullable SavedPage saved) {
    Path folder = session.workingFolder();
    List<String> paths =
        saved == null
            ? texts.stream().filter(text -> LocalFile.isPath(text, folder)).toList()
            : List.of();
    texts.removeAll(paths);
    return paths.stream().map(folder::resolve).map(SavedPages::file).toList();
  }

  /// A file that says which page it is a copy of is that page's bookmark; any other is one itself.
  private int addFile(Library library, LocalFile file) throws InterruptedException {
    SavedPage saved = SavedPage.read(file.bytes());
    String named = saved.namedAddress();
    WebUrl url = named == null ? library.addressOf(file) : library.addressesIn(named).getFirst();
    boolean known = named == null && library.isKnown(file);
    List<Mark> marks = words.marks(session, library.now());
    Receipt receipt = Intake.store(library, new Addition(url, title, marks, words.tags()));
    visits.stored(receipt);
    if (named == null) {
      library.nameFile(receipt.id(), file);
    }
    if (noFetch || (known && !Intake.wantsVisit(library, receipt))) {
      visits.notVisited(library.entry(receipt.id()));
      return 0;
    }
    try (PageSource source = PageSource.HandedOver.of(saved, url.fetchAddress(), library.now());
        ImageSource images = page.images(session, source)) {
      return visits.visit(new Intake(library, source, images), List.of(receipt.id()));
    }
  }

  /// What to look for addresses in: the arguments, else what the saved page says of itself.
  private List<String> texts(@Nullable SavedPage saved) {
    String named = saved == null ? null : saved.namedAddress();
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      if (text.equals("-")) {
        session.inputLines().filter(line -> !line.isBlank()).forEach(all::add);
      } else {
        all.add(text);
      }
    }
    if (texts.isEmpty() && named == null) {
      throw new UsageException(
          saved == null
              ? "which address? `zhai add URL`"
              : "the saved page doesn't say where it is from: `zhai add URL --html FILE`");
    }
    return texts.isEmpty() && named != null ? List.of(named) : all;
  }

  private Given given(Library library, List<String> all) {
    List<WebUrl> urls = new ArrayList<>();
    int rejected = 0;
    for (String text : all) {
      try {
        urls.addAll(library.addressesIn(text));
      } catch (InvalidUrlException e) {
        session.printer().remark(Line.of("zhai: " + e.getMessage()));
        rejected++;
      }
    }
    Provenance provenance = texts.contains("-") ? Provenance.COLLECTED : Provenance.NAMED;
    return new Given(List.copyOf(urls), rejected, provenance);
  }

  private static PageSource handedOver(Library library, SavedPage saved, List<WebUrl> urls) {
    if (urls.size() != 1) {
      throw new UsageException(
          "--html is one page, so it needs one address; %d were given".formatted(urls.size()));
    }
    return PageSource.HandedOver.of(saved, urls.getFirst().fetchAddress(), library.now());
  }

  /// Every address is on disk before the first page is asked for.
  private Map<Receipt, Boolean> storeAll(Library library, List<WebUrl> urls) {
    List<Mark> marks = words.marks(session, library.now());
    List<Tag> tags = words.tags();
    Map<Receipt, Boolean> receipts = new LinkedHashMap<>();
    for (WebUrl url : urls) {
      Receipt receipt = Intake.store(library, new Addition(url, title, marks, tags));
      visits.stored(receipt);
      receipts.put(receipt, Intake.wantsVisit(library, receipt));
    }
    return receipts;
  }

  private int visitAll(
      Library library,
      Map<Receipt, Boolean> receipts,
      @Nullable PageSource handedOver,
      Provenance provenance)
      throws InterruptedException {
    List<Long> wanted = new ArrayList<>();
    receipts.forEach((receipt, wantsVisit) -> {
      if (handedOver != null || (wantsVisit && !noFetch)) {
        wanted.add(receipt.id());
      } else {
        visits.notVisited(library.entry(receipt.id()));
      }
    });
    if (wanted.isEmpty()) {
      return 0;
    }
    try (PageSource source = handedOver == null ? page.source(session, provenance) : handedOver;
        ImageSource images = page.images(session, source)) {
      List<Long> ids = wanted.stream().distinct().toList();
      return visits.visit(new Intake(library, source, images), ids);
    }
  }
}
