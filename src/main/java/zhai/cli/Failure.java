package zhai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import zhai.fetch.CookieFileException;
import zhai.fetch.UnreadableSavedPageException;
import zhai.library.UnknownBookmarkException;
import zhai.query.QueryException;
import zhai.store.StoreException;
import zhai.url.InvalidUrlException;
import zhai.url.RuleSyntaxException;

/// The one map from a failure to a sentence on standard error and an exit code. A stack trace shows
/// only with `--debug`.
final class Failure implements IExecutionExceptionHandler {
  private final Printer printer;
  private final BooleanSupplier debug;

  Failure(Printer printer, BooleanSupplier debug) {
    this.printer = printer;
    this.debug = debug;
  }

  /// What a failure means to the caller.
  ///
  /// @param below lines that show where; mostly none
  record Meaning(String sentence, String below, int exitCode) {
    Meaning(String sentence, int exitCode) {
      this(sentence, "", exitCode);
    }
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    Meaning meaning = meaning(failure);
    printer.remark("zhai: " + meaning.sentence());
    meaning.below().lines().forEach(printer::remark);
    if (debug.getAsBoolean()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(printer::remark);
    }
    return meaning.exitCode();
  }

  static Meaning meaning(Throwable failure) {
    return switch (failure) {
      case StoreException store -> store(store);
      case QueryException query -> new Meaning(message(query), query.caretBlock(), ExitCode.USAGE);
      case UsageException usage -> new Meaning(message(usage), ExitCode.USAGE);
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          meaning(unchecked.getCause());
      case InterruptedException _ -> new Meaning("interrupted", ExitCode.SOME_FAILED);
      case IOException io -> new Meaning(io(io), ExitCode.SOME_FAILED);
      case InvalidUrlException _,
          UnknownBookmarkException _,
          CookieFileException _,
          UnreadableSavedPageException _,
          RuleSyntaxException _,
          IllegalArgumentException _ ->
          new Meaning(message(failure), ExitCode.SOME_FAILED);
      default ->
          new Meaning(
              "this should not have happened (%s); run it again with --debug and report what it says"
                  .formatted(message(failure)),
              ExitCode.SOME_FAILED);
    };
  }

  private static Meaning store(StoreException failure) {
    String sentence = message(failure);
    return switch (failure) {
      case StoreException.NoLibrary _ ->
          new Meaning(sentence + " `zhai add URL` makes one.", ExitCode.NO_LIBRARY);
      case StoreException.NotALibrary _ -> new Meaning(sentence, ExitCode.NO_LIBRARY);
      case StoreException.Locked _ ->
          new Meaning(
              sentence + " Try again when it is done; if it hangs, end it: what it stored is safe.",
              ExitCode.LOCKED);
      case StoreException.NewerLibrary newer ->
          new Meaning(
              sentence + " Nothing was changed; update zhai to use it." + wayBack(newer),
              ExitCode.NEWER_LIBRARY);
      case StoreException.Damaged _ ->
          new Meaning(
              sentence + " `zhai restore FILE` puts a backup in its place.", ExitCode.SOME_FAILED);
      case StoreException.Full _ ->
          new Meaning(
              sentence + " What was stored before is safe; free some space and try again.",
              ExitCode.SOME_FAILED);
      case StoreException.OldSqlite _,
          StoreException.AlreadyThere _,
          StoreException.NoBookmark _,
          StoreException.Unusable _ ->
          new Meaning(sentence, ExitCode.SOME_FAILED);
    };
  }

  private static String wayBack(StoreException.NewerLibrary newer) {
    return newer
        .copy()
        .map(copy ->
            (" What it was before the upgrade: `zhai --library FOLDER restore %s`"
                    + " puts that into another folder.")
                .formatted(copy))
        .orElse("");
  }

  private static String io(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "there is no file " + missing.getFile();
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      default -> message(failure);
    };
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : message;
  }
}
