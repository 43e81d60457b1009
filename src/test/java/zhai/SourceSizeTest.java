package zhai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Keeps files, methods and parameter lists as small as a reader's patience, in the code and in its
/// tests.
class SourceSizeTest {
  private static final int MAX_FILE_LINES = 500;
  private static final int MAX_METHOD_LINES = 50;
  private static final int MAX_PARAMETERS = 4;

  /// A method or constructor as it stands in its file, from its head to its closing brace.
  ///
  /// @param ownShape whether its parameters are ours to choose: not those of a record's components,
  ///   nor those of a method that is overridden
  private record Method(String name, long lines, int parameters, boolean ownShape) {}

  private static List<Path> files;
  private static List<Method> methods;

  @BeforeAll
  static void readSources() throws IOException {
    try (Stream<Path> tree = Files.walk(Path.of("src"))) {
      files = tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    methods = parse(files);
    assertFalse(methods.isEmpty());
  }

  @Test
  void noFileIsLongerThan500Lines() throws IOException {
    List<Path> tooLong = new ArrayList<>();
    for (Path file : files) {
      if (Files.readAllLines(file).size() > MAX_FILE_LINES) {
        tooLong.add(file);
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void noMethodIsLongerThan50Lines() {
    assertEquals(
        List.of(), methods.stream().filter(method -> method.lines > MAX_METHOD_LINES).toList());
  }

  @Test
  void noMethodOfOursTakesMoreThan4Parameters() {
    assertEquals(
        List.of(),
        methods.stream()
            .filter(method -> method.ownShape && method.parameters > MAX_PARAMETERS)
            .toList());
  }

  private static List<Method> parse(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      MethodFinder finder = new MethodFinder(Trees.instance(task).getSourcePositions());
      for (CompilationUnitTree unit : task.parse()) {
        finder.scan(unit, null);
      }
      return finder.found;
    }
  }

  private static final class MethodFinder extends TreePathScanner<Void, Void> {
    private final SourcePositions positions;
    private final List<Method> found = new ArrayList<>();

    MethodFinder(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
      found.add(
          new Method(
              "%s: %s.%s"
                  .formatted(
                      unit.getSourceFile().getName(), owner.getSimpleName(), method.getName()),
              lines(unit, method),
              method.getParameters().size(),
              !isRecordConstructor(owner, method)
                  && !isAnnotated(method, "Override")
                  && !isAnnotated(method, "ParameterizedTest")
                  && !isAnnotated(method, "Property")));
      return super.visitMethod(method, unused);
    }

    private static boolean isRecordConstructor(ClassTree owner, MethodTree method) {
      return owner.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
    }

    private static boolean isAnnotated(MethodTree method, String name) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals(name));
    }

    private long lines(CompilationUnitTree unit, MethodTree method) {
      Tree body = method.getBody();
      if (body == null) {
        return 0;
      }
      long start = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, body));
      long end = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, body));
      return end - start + 1;
    }
  }
}
