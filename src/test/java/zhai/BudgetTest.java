package zhai;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every read has a size and every wait an end. What reads all there is, or waits for as long as it
/// takes, stands here with its reason; anything else is to use `readNBytes`, `library.GivenBytes`
/// or a wait with a time.
class BudgetTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  private static final Set<String> READS_ALL =
      Set.of(
          "java.io.InputStream.readAllBytes",
          "java.io.Reader.readAllAsString",
          "java.io.Reader.readAllLines",
          "java.nio.file.Files.readAllBytes",
          "java.nio.file.Files.readAllLines",
          "java.nio.file.Files.readString",
          "java.nio.file.Files.lines");

  private static final String OURS = "a resource of the program";

  private static final Map<String, String> MAY_READ_ALL =
      Map.ofEntries(
          Map.entry("zhai.cli.DemoCommand", "a file that the demo has just written"),
          Map.entry("zhai.cli.DemoSite", OURS),
          Map.entry("zhai.cli.HelpCommand", OURS),
          Map.entry("zhai.exchange.Resources", OURS),
          Map.entry("zhai.extract.site.SiteRules", OURS),
          Map.entry("zhai.fetch.AddressTable", OURS),
          Map.entry("zhai.fetch.RequestHeaders", OURS),
          Map.entry("zhai.index.Generations", "a line that the index wrote itself"),
          Map.entry("zhai.index.LexiconReader", OURS),
          Map.entry("zhai.library.ReadNote", "bytes that were read with a size"),
          Map.entry("zhai.serve.Assets", OURS),
          Map.entry("zhai.serve.Templates", OURS),
          Map.entry("zhai.store.Holder", "two lines that the store wrote itself"),
          Map.entry("zhai.store.Migration", OURS),
          Map.entry("zhai.url.CanonicalRules", OURS));

  private static final Set<String> WAITS =
      Set.of(
          "java.lang.Object.wait",
          "java.lang.Process.waitFor",
          "java.lang.Thread.join",
          "java.util.concurrent.BlockingQueue.take",
          "java.util.concurrent.CompletableFuture.get",
          "java.util.concurrent.CompletableFuture.join",
          "java.util.concurrent.CompletionService.take",
          "java.util.concurrent.CountDownLatch.await",
          "java.util.concurrent.Future.get",
          "java.util.concurrent.Semaphore.acquire",
          "java.util.concurrent.locks.Condition.await",
          "java.nio.file.WatchService.take",
          "zhai.library.Awaited.result");

  private static final Map<String, String> MAY_WAIT =
      Map.ofEntries(
          Map.entry("zhai.cli.Editor", "a person is writing"),
          Map.entry("zhai.cli.ExtractBatch", "a reading has its time"),
          Map.entry("zhai.fetch.Turns", "a turn ends with a fetch, which has its time"),
          Map.entry(
              "zhai.index.Handout", "cutting a text is computed, reading the store has its time"),
          Map.entry("zhai.index.ReadAhead", "reading the store has SQLite's time"),
          Map.entry("zhai.library.Awaited", "who asks it has a reason"),
          Map.entry(
              "zhai.library.Following", "what it waits for ends with the import, or is computed"),
          Map.entry(
              "zhai.library.Import",
              "a batch is computed and stored; a reading and a lock have their times"),
          Map.entry("zhai.library.IndexRounds", "a round is computed"),
          Map.entry(
              "zhai.library.ManyVisits",
              "a visit ends with fetches and a reading, which have their times"),
          Map.entry("zhai.library.Rereading", "a reading has its time"),
          Map.entry("zhai.library.TimedExtractor", "whoever holds a processor has a time for it"),
          Map.entry("zhai.store.Driver", "loading a library of the program itself"));

  @Test
  void everyReadHasASize() {
    noClasses()
        .that(areNot(MAY_READ_ALL))
        .should()
        .callCodeUnitWhere(isOneOf(READS_ALL, "reads all there is"))
        .check(HOUSE);
  }

  @Test
  void everyWaitHasAnEnd() {
    noClasses()
        .that(areNot(MAY_WAIT))
        .should()
        .callCodeUnitWhere(isOneOf(WAITS, "waits for as long as it takes"))
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> areNot(Map<String, String> named) {
    return describe(
        "have no reason of their own",
        type -> {
          String name = type.getName();
          return named.keySet().stream()
              .noneMatch(it -> name.equals(it) || name.startsWith(it + "$"));
        });
  }

  /// A wait is one without end if it takes no time, that is, no argument.
  private static DescribedPredicate<JavaCall<?>> isOneOf(Set<String> methods, String what) {
    return describe(
        what,
        call -> {
          JavaClass owner = call.getTargetOwner();
          String name = call.getTarget().getName();
          boolean reads = methods == READS_ALL;
          return (reads || call.getTarget().getRawParameterTypes().isEmpty())
              && methods.stream()
                  .filter(method -> method.endsWith("." + name))
                  .map(method -> method.substring(0, method.lastIndexOf('.')))
                  .anyMatch(owner::isAssignableTo);
        });
  }
}
