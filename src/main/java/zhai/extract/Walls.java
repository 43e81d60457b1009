package zhai.extract;
import org.jspecify.annotations.Nullable;
final class Walls {
  private Walls() {}
  static @Nullable Refusal find(Page.Html page) { return null; }
  static @Nullable Refusal judge(Page.Html page, MainContent main, StructuredData data) { return null; }
}
