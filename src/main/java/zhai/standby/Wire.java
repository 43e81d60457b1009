package zhai.standby;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/// One end of the socket between a command and the process that stands by.
final class Wire implements Closeable {
  private final SocketChannel channel;
  private final DataInputStream in;
  private final DataOutputStream out;

  /// @param channel connected, or to be connected
  Wire(SocketChannel channel) {
    this.channel = channel;
    this.in = new DataInputStream(Channels.newInputStream(channel));
    this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
  }

  /// Of somebody who calls; not connected yet.
  static Wire ofCaller() throws IOException {
    return new Wire(SocketChannel.open(StandardProtocolFamily.UNIX));
  }

  /// @throws IOException if nobody listens there, or another user does
  void connect(Place place) throws IOException {
    channel.connect(UnixDomainSocketAddress.of(place.socket()));
    requireUserOf(place);
  }

  /// @throws IOException if a process of another user is at the other end
  void requireUserOf(Place place) throws IOException {
    String other = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    if (!other.equals(place.user())) {
      throw new IOException("%s is at the other end of %s".formatted(other, place.socket()));
    }
  }

  void send(Call call) throws IOException {
    call.write(out);
  }

  Call receiveCall() throws IOException {
    return Call.read(in);
  }

  void send(Frame.Kind kind) throws IOException {
    send(kind, new byte[0], 0, 0);
  }

  /// Several threads may send.
  synchronized void send(Frame.Kind kind, byte[] bytes, int offset, int length) throws IOException {
    out.writeByte(kind.sign());
    out.writeInt(length);
    out.write(bytes, offset, length);
    out.flush();
  }

  Frame receive() throws IOException {
    Frame.Kind kind =
        Frame.Kind.of(in.readUnsignedByte())
            .orElseThrow(() -> new IOException("that is no kind of frame"));
    int length = in.readInt();
    if (length < 0 || length > Frame.MAX_BYTES) {
      throw new IOException("no frame has %d bytes".formatted(length));
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the other side is gone");
    }
    return new Frame(kind, ByteBuffer.wrap(bytes));
  }

  /// The caller's input, asked for when it is read.
  InputStream input() {
    return new CallersInput(this);
  }

  /// What is written there goes to one of the caller's streams.
  OutputStream output(Frame.Kind kind) {
    return new BufferedOutputStream(new CallersOutput(this, kind));
  }

  private static final class CallersOutput extends OutputStream {
    private final Wire wire;
    private final Frame.Kind kind;

    CallersOutput(Wire wire, Frame.Kind kind) {
      this.wire = wire;
      this.kind = kind;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int sent = 0; sent < length; sent += Frame.MAX_BYTES) {
        wire.send(kind, bytes, offset + sent, Math.min(Frame.MAX_BYTES, length - sent));
      }
    }
  }

  private static final class CallersInput extends InputStream {
    private final Wire wire;
    private byte[] bytes = new byte[0];
    private int next;
    private boolean ended;

    CallersInput(Wire wire) {
      this.wire = wire;
    }

    @Override
    public int read() throws IOException {
      return hasMore() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!hasMore()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - next);
      System.arraycopy(bytes, next, into, offset, count);
      next += count;
      return count;
    }

    private boolean hasMore() throws IOException {
      if (next == bytes.length && !ended) {
        wire.send(Frame.Kind.WANTED);
        bytes = wire.receive().bytes().array();
        next = 0;
        ended = bytes.length == 0;
      }
      return !ended;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
