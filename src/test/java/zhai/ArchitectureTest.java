package zhai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The map of the house, held by the build: which room may know which, where each foreign library
/// lives, where the world (clock, streams, sockets, files) comes in, and what a class may look
/// like.
class ArchitectureTest {
  /// What is compiled to the same place as Main: the program without its tests.
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  /// From the top of the house down.
  private static final List<String> ROOMS =
      List.of(
          "standby",
          "cli",
          "serve",
          "extension",
          "library",
          "fetch",
          "extract",
          "store",
          "index",
          "exchange",
          "query",
          "model",
          "url");

  /// A rule about a room that is not built yet is empty; in the whole house an empty rule is a
  /// mistake.
  private static final boolean WHOLE =
      ROOMS.stream().allMatch(room -> HOUSE.containPackage("zhai." + room));

  @Test
  void theRoomsAreImportedFromTheTopDownAndTheMiddleOnesAreStrangers() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(!WHOLE)
        .layer("Main")
        .definedBy("zhai")
        .layer("cli")
        .definedBy("zhai.cli..")
        .layer("extension")
        .definedBy("zhai.extension..")
        .layer("serve")
        .definedBy("zhai.serve..")
        .layer("library")
        .definedBy("zhai.library..")
        .layer("fetch")
        .definedBy("zhai.fetch..")
        .layer("extract")
        .definedBy("zhai.extract..")
        .layer("store")
        .definedBy("zhai.store..")
        .layer("index")
        .definedBy("zhai.index..")
        .layer("exchange")
        .definedBy("zhai.exchange..")
        .whereLayer("Main")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("Main")
        .whereLayer("extension")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("serve")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("library")
        .mayOnlyBeAccessedByLayers("Main", "cli", "extension", "serve")
        .whereLayer("fetch")
        .mayOnlyBeAccessedByLayers("Main", "cli", "extension", "serve", "library")
        .whereLayer("extract")
        .mayOnlyBeAccessedByLayers("Main", "cli", "library")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("Main", "cli", "extension", "serve", "library")
        .whereLayer("index")
        .mayOnlyBeAccessedByLayers("Main", "cli", "serve", "library")
        .whereLayer("exchange")
        .mayOnlyBeAccessedByLayers("Main", "cli", "extension", "serve", "library")
        .check(HOUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "standby, zhai.standby..",
    "index.packed, zhai.index.packed..",
    "query, zhai.query..|zhai.model..|zhai.url..",
    "model, zhai.model..|zhai.url..",
    "url,   zhai.url.."
  })
  void theLowerRoomsKnowOnlyWhatIsBelowThemAndThoseForThemselvesKnowNone(
      String room, String known) {
    hold(
        noClasses()
            .that()
            .resideInAPackage("zhai." + room + "..")
            .should()
            .dependOnClassesThat(inside("zhai..").and(outside(known.split("\\|")))));
  }

  @Test
  void onlyMainHasSomebodyStandBy() {
    hold(
        noClasses()
            .that(named("are not zhai.Main", type -> !type.getName().startsWith("zhai.Main")))
            .and(outside("zhai.standby.."))
            .should()
            .dependOnClassesThat(inside("zhai.standby..")));
  }

  @Test
  void noPackagesKnowEachOtherInARing() {
    slices().matching("zhai.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "picocli..,                          zhai.cli..",
    "okhttp3..|okio..|javax.net..,       zhai.fetch..",
    "org.jsoup..,                        zhai.extract..|zhai.exchange..",
    "java.sql..|javax.sql..|org.sqlite.., zhai.store..",
    "org.apache.lucene..|org.tartarus.snowball..|com.ibm.icu.., zhai.index..",
    "org.apache.pdfbox..,                zhai.extract..",
    "org.commonmark..,                   zhai.exchange..",
    "com.github.difflib..,               zhai.library..",
    "com.samskivert.mustache..,          zhai.exchange..|zhai.serve..",
    "org.apache.commons.csv..|org.brotli.., zhai.exchange..",
    "com.fasterxml.jackson..,           "
        + " zhai.extract..|zhai.exchange..|zhai.store..|zhai.extension..|zhai.serve..|zhai.cli.."
  })
  void eachForeignLibraryLivesInItsRoom(String library, String rooms) {
    hold(
        noClasses()
            .that(outside(rooms.split("\\|")))
            .should()
            .dependOnClassesThat(
                inside(library.split("\\|")).and(DescribedPredicate.not(isUrlParser()))));
  }

  @Test
  void theUrlParserIsUsedWhereUrlsAreReadAndFetched() {
    hold(
        noClasses()
            .that(outside("zhai.url..", "zhai.fetch.."))
            .should()
            .dependOnClassesThat(isUrlParser()));
  }

  @Test
  void noOtherLibraryIsUsed() {
    hold(
        noClasses()
            .should()
            .dependOnClassesThat(
                outside(
                    "zhai..",
                    "java..",
                    "javax.net..",
                    "jdk.net..",
                    "com.sun.net.httpserver..",
                    "org.jspecify..",
                    "picocli..",
                    "okhttp3..",
                    "okio..",
                    "org.jsoup..",
                    "org.sqlite..",
                    "org.apache.lucene..",
                    "org.tartarus.snowball..",
                    "com.ibm.icu..",
                    "org.apache.pdfbox..",
                    "org.commonmark..",
                    "com.github.difflib..",
                    "com.samskivert.mustache..",
                    "org.apache.commons.csv..",
                    "org.brotli..",
                    "com.fasterxml.jackson..")));
  }

  @Test
  void onlyFetchOpensConnections() {
    DescribedPredicate<JavaClass> sockets =
        named(
            "sockets",
            type ->
                type.getPackageName().equals("java.net.http")
                    || type.getName()
                        .matches(
                            "java\\.net\\.(.*Socket|.*URLConnection)"
                                + "|java\\.nio\\.channels\\..*(Socket|Datagram)Channel"));
    hold(
        noClasses()
            .that(outside("zhai.fetch..", "zhai.standby.."))
            .should()
            .dependOnClassesThat(sockets));
  }

  @Test
  void noUrlOpensItself() {
    hold(
        noClasses()
            .should()
            .callMethodWhere(
                named(
                    "a URL opens itself",
                    call ->
                        call.getTargetOwner().getName().equals("java.net.URL")
                            && call.getName().startsWith("open"))));
  }

  @Test
  void theLowerRoomsTouchNothingOutside() {
    hold(
        noClasses()
            .that(inside("zhai.model..", "zhai.query.."))
            .should()
            .dependOnClassesThat(
                inside("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")));
  }

  /// Both come with tables as resources: a stream may be read, a file or an address may not.
  @Test
  void urlAndExtractReadNothingButTheirOwnResources() {
    hold(
        noClasses()
            .that(inside("zhai.url..", "zhai.extract.."))
            .should()
            .dependOnClassesThat(
                inside("java.nio.file..", "java.nio.channels..")
                    .or(
                        named(
                            "files and addresses",
                            type ->
                                type.getName().startsWith("java.io.File")
                                    || type.getName().equals("java.io.RandomAccessFile")
                                    || type.getName().equals("java.net.InetAddress")))));
  }

  @Test
  void onlyMainKnowsTheStandardStreamsTheClockAndTheExit() {
    hold(
        classes()
            .that(named("are not zhai.Main", type -> !type.getName().equals("zhai.Main")))
            .should(leaveTheWorldToMain()));
  }

  /// What goes to a stream has been made visible: {@link zhai.cli.Printer} does that to all it is
  /// given. Past it go picocli's own help, and an export, which comes through a stream that does
  /// it.
  @Test
  void onlyThePrinterWritesToTheStreams() {
    hold(
        noClasses()
            .that(
                named(
                    "are not the printer or where picocli and exports meet it",
                    type ->
                        !type.getName()
                            .matches(
                                "zhai\\.cli\\.(Printer|Cli|HelpCommand|UsageFailure|ExportCommand|NativeHostCommand)")))
            .should()
            .callMethodWhere(
                named(
                    "a stream of the printer is asked for",
                    call ->
                        call.getTargetOwner().getName().equals("zhai.cli.Printer")
                            && Set.of("out", "err", "stream").contains(call.getName()))));
  }

  @Test
  void theLowerRoomsHoldOnlyRecordsEnumsSealedTypesAndFinalClasses() {
    hold(
        classes()
            .that(inside("zhai.model..", "zhai.url..", "zhai.query.."))
            .should(
                satisfy(
                    "be a record, an enum, sealed, final or an exception",
                    ArchitectureTest::isClosed)));
  }

  @Test
  void namesSayWhatAClassIs() {
    hold(
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Service|Impl|Base|Common)(\\$.*)?"));
  }

  @Test
  void anInterfaceHasMoreThanOneImplementation() {
    hold(
        classes()
            .that()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .and()
            .areNotAnnotatedWith(FunctionalInterface.class)
            .and()
            .doNotHaveSimpleName("package-info")
            .should(
                satisfy(
                    "have more than one implementation",
                    type ->
                        type.getAllSubclasses().stream().filter(sub -> !sub.isInterface()).count()
                            > 1)));
  }

  @Test
  void everyPackageHasASignAndIsNullMarked() {
    List<String> unmarked =
        packages(HOUSE.getPackage("zhai"))
            .filter(room -> room.getClasses().stream().anyMatch(type -> !isSign(type)))
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();
    assertEquals(List.of(), unmarked);
  }

  private static void hold(ArchRule rule) {
    rule.allowEmptyShould(!WHOLE).check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> inside(String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaClass> outside(String... packages) {
    return JavaClass.Predicates.resideOutsideOfPackages(packages);
  }

  private static DescribedPredicate<JavaClass> isUrlParser() {
    return named("okhttp3.HttpUrl", type -> type.getName().matches("okhttp3\\.HttpUrl(\\$.*)?"));
  }

  private static <T> DescribedPredicate<T> named(String description, Predicate<T> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }

  private static ArchCondition<JavaClass> satisfy(
      String description, Predicate<JavaClass> predicate) {
    return ArchCondition.from(named(description, predicate));
  }

  private static boolean isClosed(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || type.isAnonymousClass()
        || isSign(type)
        || type.getModifiers().contains(JavaModifier.FINAL)
        || type.isAssignableTo(Throwable.class)
        || type.isAnnotatedWith(FunctionalInterface.class)
        || type.reflect().isSealed();
  }

  private static boolean isSign(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }

  private static Stream<JavaPackage> packages(JavaPackage root) {
    return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream());
  }

  private static ArchCondition<JavaClass> leaveTheWorldToMain() {
    return new ArchCondition<>("leave the standard streams, the clock and the exit to Main") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
            .filter(ArchitectureTest::reachesForTheWorld)
            .forEach(access ->
                events.add(SimpleConditionEvent.violated(access, access.getDescription())));
      }
    };
  }

  private static boolean reachesForTheWorld(JavaAccess<?> access) {
    String member = access.getTargetOwner().getName() + "." + access.getName();
    return Set.of(
                "java.lang.System.out",
                "java.lang.System.err",
                "java.lang.System.in",
                "java.lang.System.exit",
                "java.lang.System.console",
                "java.lang.System.currentTimeMillis",
                "java.lang.Runtime.exit",
                "java.lang.Runtime.halt")
            .contains(member)
        || member.startsWith("java.time.Clock.system")
        || (member.matches("java\\.time\\..*\\.now") && !takesClock(access))
        || (member.equals("java.util.Date.<init>") && parameters(access).isEmpty());
  }

  private static boolean takesClock(JavaAccess<?> access) {
    return parameters(access).stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static List<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes()
        : List.of();
  }
}
