package zhai.exchange.writer;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import zhai.exchange.ReadingList;
import zhai.exchange.Resources;

/// A reading list in a form of the user's own: a Mustache template without logic. What it can name
/// is what {@link TemplateModel} holds, and no more: a name calls no method, a partial reads no
/// file, a text is inserted as it stands. A name that there is not is a mistake and is told.
public final class TemplateList implements ListWriter {
  /// The names of the templates that come with the program.
  public static final List<String> NAMES = List.of("blog-post", "weekly-digest");

  private final Template template;

  /// @throws TemplateException if it is no Mustache
  public TemplateList(String text) {
    try {
      template =
          Mustache.compiler()
              .escapeHTML(false)
              .emptyStringIsFalse(true)
              .withCollector(new MapsAlone())
              .compile(text);
      template.visit(new TagNames());
    } catch (MustacheException | UnsupportedOperationException e) {
      throw failed(e);
    } catch (IndexOutOfBoundsException e) {
      // What the library does with a tag without a name.
      throw new TemplateException("the template can't be used: a tag in it names nothing", e);
    }
  }

  /// The text of a template that comes with the program.
  public static Optional<String> named(String name) {
    return NAMES.contains(name)
        ? Optional.of(Resources.read("writer/templates/" + name + ".mustache"))
        : Optional.empty();
  }

  @Override
  public void write(ReadingList list, Appendable out) throws IOException {
    try {
      out.append(template.execute(new TemplateModel(list).top()));
    } catch (MustacheException | UnsupportedOperationException e) {
      throw failed(e);
    }
  }

  private static TemplateException failed(RuntimeException e) {
    return new TemplateException("the template can't be used: " + e.getMessage(), e);
  }

  /// Refuses a name of nothing but dots: the library takes it apart at the dots, and stumbles over
  /// what is left.
  private static final class TagNames implements Mustache.Visitor {
    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {
      check(name);
    }

    @Override
    public boolean visitInclude(String name) {
      return false;
    }

    @Override
    public boolean visitSection(String name) {
      return check(name);
    }

    @Override
    public boolean visitInvertedSection(String name) {
      return check(name);
    }

    private static boolean check(String name) {
      if (name.length() > 1 && name.chars().allMatch(c -> c == '.')) {
        throw new MustacheException("'" + name + "' is no name");
      }
      return true;
    }
  }

  /// Looks names up in maps only; the library's own collector would call any method of any object.
  private static final class MapsAlone extends DefaultCollector {
    @Override
    public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
      return context instanceof Map<?, ?> ? MapsAlone::value : null;
    }

    private static Object value(Object context, String name) {
      return switch (((Map<?, ?>) context).get(name)) {
        case Supplier<?> supplier -> supplier.get();
        case null -> Template.NO_FETCHER_FOUND;
        case Object value -> value;
      };
    }
  }
}
