package zhai.survival;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A named place in the program at which a process can be ended: before or after a call in one of
/// its methods. They stand in the table `failpoints.txt`.
///
/// The program knows nothing of them. The suites start it from a copy of its class files, into
/// which {@link #writeInto} has written a call of {@link Reached#point} at each.
///
/// @param method its name; ending in `*`, all that begin so
/// @param nth which of several calls of that name in the method; 0 for all
record Failpoint(String name, boolean before, String type, String method, String callee, int nth) {

  static final List<Failpoint> ALL = read();

  private static final ClassDesc REACHED = ClassDesc.of(Reached.class.getName());
  private static final MethodTypeDesc TAKES_A_NAME =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

  private static List<Failpoint> read() {
    try (InputStream table = Failpoint.class.getResourceAsStream("failpoints.txt")) {
      String text =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Failpoint::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Failpoint parse(String line) {
    String[] columns = line.split("\\s*\\|\\s*");
    int dot = columns[2].lastIndexOf('.');
    String[] call = columns[3].strip().split("#");
    return new Failpoint(
        columns[0],
        columns[1].equals("before"),
        columns[2].substring(0, dot),
        columns[2].substring(dot + 1),
        call[0],
        call.length == 1 ? 0 : Integer.parseInt(call[1]));
  }

  /// A class of the program with a call at each of its points; the class as it is if it has none.
  ///
  /// @throws IllegalStateException if a point of the class stands at no call
  static byte[] writeInto(String type, byte[] bytes) {
    List<Failpoint> points = ALL.stream().filter(point -> point.type.equals(type)).toList();
    if (points.isEmpty()) {
      return bytes;
    }
    Map<Failpoint, Integer> written = new HashMap<>();
    ClassFile format =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(Failpoint.class.getClassLoader())));
    ClassTransform transform =
        (builder, element) -> {
          if (element instanceof MethodModel method) {
            List<Failpoint> here = points.stream().filter(point -> point.isIn(method)).toList();
            builder.transformMethod(
                method,
                MethodTransform.transformingCode(
                    CodeTransform.ofStateful(() -> new Calls(here, written))));
          } else {
            builder.with(element);
          }
        };
    byte[] with = format.transformClass(format.parse(bytes), transform);
    for (Failpoint point : points) {
      if (!written.containsKey(point)) {
        throw new IllegalStateException("stands at no call: " + point);
      }
    }
    return with;
  }

  private boolean isIn(MethodModel model) {
    String name = model.methodName().stringValue();
    return method.endsWith("*")
        ? name.startsWith(method.substring(0, method.length() - 1))
        : name.equals(method);
  }

  /// Passes a method's code on, and adds the calls.
  private static final class Calls implements CodeTransform {
    private final List<Failpoint> points;
    private final Map<Failpoint, Integer> written;
    private final Map<String, Integer> seen = new HashMap<>();

    Calls(List<Failpoint> points, Map<Failpoint, Integer> written) {
      this.points = points;
      this.written = written;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (!(element instanceof InvokeInstruction call)) {
        code.with(element);
        return;
      }
      String callee = call.name().stringValue();
      int nth = seen.merge(callee, 1, Integer::sum);
      List<Failpoint> here =
          points.stream()
              .filter(point -> point.callee.equals(callee) && (point.nth == 0 || point.nth == nth))
              .toList();
      here.stream().filter(Failpoint::before).forEach(point -> write(code, point));
      code.with(element);
      here.stream().filter(point -> !point.before()).forEach(point -> write(code, point));
    }

    private void write(CodeBuilder code, Failpoint point) {
      code.ldc(point.name()).invokestatic(REACHED, "point", TAKES_A_NAME);
      written.merge(point, 1, Integer::sum);
    }
  }
}
