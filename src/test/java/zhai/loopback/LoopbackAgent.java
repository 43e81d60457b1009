package zhai.loopback;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A Java agent that writes one check into the JDK: `sun.nio.ch.Net.connect`, which every socket
/// and channel goes through, notes the address for {@link Connections} and throws a
/// `ConnectException` unless it is a loopback one.
///
/// An agent, because nothing above it sees all connections: a socket factory misses channels, a
/// resolver misses addresses given as numbers, and the security manager is gone.
public final class LoopbackAgent {
  private static final String CHOKE_POINT = "sun/nio/ch/Net";

  /// The system property that holds the addresses of all connections begun so far.
  static final String NOTED = "zhai.loopback.connections";

  private static final ClassDesc ADDRESS = InetAddress.class.describeConstable().orElseThrow();
  private static final ClassDesc REFUSAL = ConnectException.class.describeConstable().orElseThrow();

  private static final ClassDesc PROPERTIES = Properties.class.describeConstable().orElseThrow();
  private static final ClassDesc COLLECTION = Collection.class.describeConstable().orElseThrow();
  private static final ClassDesc ENDPOINT =
      InetSocketAddress.class.describeConstable().orElseThrow();

  private LoopbackAgent() {}

  /// Called by the JVM before the tests, for `-javaagent`.
  ///
  /// The JDK's own classes see neither this class nor any other of the tests, but they see the
  /// system properties, where any object may be.
  public static void premain(String arguments, Instrumentation jvm) throws Exception {
    System.getProperties().put(NOTED, new ConcurrentLinkedQueue<InetSocketAddress>());
    jvm.addTransformer(new AddCheck(), true);
    jvm.retransformClasses(Class.forName(CHOKE_POINT.replace('/', '.')));
  }

  private static final class AddCheck implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        Module module,
        @Nullable ClassLoader loader,
        String name,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] bytes) {
      if (!CHOKE_POINT.equals(name)) {
        return null;
      }
      ClassFile format = ClassFile.of();
      ClassModel model = format.parse(bytes);
      return format.transformClass(
          model,
          ClassTransform.transformingMethodBodies(
              LoopbackAgent::connects, CodeTransform.ofStateful(Check::new)));
    }
  }

  private static boolean connects(MethodModel method) {
    return method.methodName().equalsString("connect")
        && method.methodTypeSymbol().parameterCount() == 4
        && method.methodTypeSymbol().parameterType(2).equals(ADDRESS);
  }

  /// `((Collection) System.getProperties().get(NOTED)).add(new InetSocketAddress(address, port))`
  private static void note(CodeBuilder code) {
    code.invokestatic(
            ClassDesc.of("java.lang.System"), "getProperties", MethodTypeDesc.of(PROPERTIES))
        .ldc(NOTED)
        .invokevirtual(
            PROPERTIES, "get", MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object))
        .checkcast(COLLECTION)
        .new_(ENDPOINT)
        .dup()
        .aload(code.parameterSlot(2))
        .iload(code.parameterSlot(3))
        .invokespecial(
            ENDPOINT,
            ConstantDescs.INIT_NAME,
            MethodTypeDesc.of(ConstantDescs.CD_void, ADDRESS, ConstantDescs.CD_int))
        .invokeinterface(
            COLLECTION, "add", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object))
        .pop();
  }

  /// `if (!address.isLoopbackAddress()) throw new ConnectException("… " + address);`
  private static final class Check implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
      note(code);
      code.aload(code.parameterSlot(2))
          .invokevirtual(ADDRESS, "isLoopbackAddress", MethodTypeDesc.of(ConstantDescs.CD_boolean))
          .ifThen(
              Opcode.IFEQ,
              refuse ->
                  refuse
                      .new_(REFUSAL)
                      .dup()
                      .ldc("tests connect to nothing but loopback: ")
                      .aload(code.parameterSlot(2))
                      .invokevirtual(
                          ADDRESS, "toString", MethodTypeDesc.of(ConstantDescs.CD_String))
                      .invokevirtual(
                          ConstantDescs.CD_String,
                          "concat",
                          MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String))
                      .invokespecial(
                          REFUSAL,
                          ConstantDescs.INIT_NAME,
                          MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                      .athrow());
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
    }
  }
}
