package zhai.fetch;

import java.net.InetAddress;

/// A run of addresses that share their first bits, as in `10.0.0.0/8`; a single address is a range
/// of all its bits.
record AddressRange(InetAddress first, int bits) {

  /// Reads `address/bits` or an address alone.
  ///
  /// @throws IllegalArgumentException if it is neither
  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int width = first.getAddress().length * Byte.SIZE;
    int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > width) {
      throw new IllegalArgumentException("no such range: " + text);
    }
    return new AddressRange(first, bits);
  }

  /// Whether the address is of the same family and begins with the same bits.
  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += Byte.SIZE) {
      int different = (mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & 0xff;
      if (different >> Math.max(0, Byte.SIZE - (bits - bit)) != 0) {
        return false;
      }
    }
    return true;
  }
}
