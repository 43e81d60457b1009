package zhai.serve;

/// What is said instead of what was asked for: to a program in JSON, to a person on a page.
final class Messages {
  private final Templates templates;

  Messages(Templates templates) {
    this.templates = templates;
  }

  /// @param title what happened, in a word or two
  /// @param place lines that show where; empty if there are none
  /// @param locked whether the reader has to be entered first
  record View(String title, String sentence, String place, boolean locked) {}

  /// A page that goes on to itself: the browser keeps the cookie back where a link on another site
  /// led here, and shows it when a page of ours does.
  record Again(String address) {}

  Reply failed(Knock knock, Exception failure) {
    return failed(knock, Failed.of(failure));
  }

  Reply failed(Knock knock, Failed failed) {
    if (knock.isApi()) {
      return Reply.json(failed.status(), failed.json());
    }
    View view =
        new View(title(failed.status()), failed.sentence(), failed.below(), failed.status() == 401);
    return Reply.html(failed.status(), templates.fill("message", view));
  }

  Reply again(String address) {
    return Reply.html(200, templates.fill("again", new Again(address)));
  }

  private static String title(int status) {
    return switch (status) {
      case 401 -> "Locked";
      case 404 -> "Not here";
      case 500 -> "This should not have happened";
      default -> "Not like this";
    };
  }
}
