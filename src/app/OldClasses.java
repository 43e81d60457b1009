import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// Brings classes of old class files (picocli's are Java 5's) up to this JDK's version.
///
/// Classes from before Java 6 have no stack maps: the JVM verifies them the slow way at each start,
/// and its start-up cache leaves them out. What the classes do stays the same.
///
/// A step of {@link AppFolder}; tests run it by itself: `java OldClasses.java JAR`.
@SuppressWarnings("DefaultPackage") // a file that is run as it is
record OldClasses(JarFile jar) {

  /// Class files from this version on have stack maps (Java 6).
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  static void main(String[] args) throws IOException {
    modernise(Path.of(args[0]));
  }

  /// Rewrites the jar in its place if there is such a class in it.
  static void modernise(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (JarFile jar = new JarFile(file.toFile())) {
      OldClasses old = new OldClasses(jar);
      if (jar.stream().noneMatch(old::isOld)) {
        return;
      }
      old.write(next);
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private boolean isOld(JarEntry entry) {
    if (!entry.getName().endsWith(".class")) {
      return false;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] start = in.readNBytes(8);
      return start.length == 8
          && (Byte.toUnsignedInt(start[6]) << 8 | Byte.toUnsignedInt(start[7]))
              < FIRST_WITH_STACK_MAPS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path target) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target))) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        out.putNextEntry(same);
        out.write(isOld(entry) ? modern(bytes(entry)) : bytes(entry));
        out.closeEntry();
      }
    }
  }

  private byte[] bytes(JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private byte[] modern(byte[] bytes) {
    ClassFile classFile =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(
                        name -> jarResource(name.packageName(), name.displayName()))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    ClassModel old = classFile.parse(bytes);
    // Code that is handed on element by element is put together anew, with its stack maps.
    ClassTransform code =
        ClassTransform.transformingMethodBodies((to, element) -> to.with(element));
    ClassTransform version =
        (to, element) -> {
          if (element instanceof ClassFileVersion) {
            to.withVersion(ClassFile.latestMajorVersion(), 0);
          } else {
            to.with(element);
          }
        };
    return classFile.transformClass(old, code.andThen(version));
  }

  private InputStream jarResource(String packageName, String name) {
    String path = packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name;
    JarEntry entry = jar.getJarEntry(path + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
