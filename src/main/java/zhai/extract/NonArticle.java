package zhai.extract;
import org.jspecify.annotations.Nullable;
final class NonArticle {
  private NonArticle() {}
  static @Nullable Refusal judge(Page.Html page, MainContent main, StructuredData data) { return null; }
}
