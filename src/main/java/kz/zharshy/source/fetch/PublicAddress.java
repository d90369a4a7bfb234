package kz.zharshy.source.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the internet from those of this machine and its surroundings, after IANA's
 * registries of <a
 * href="https://www.iana.org/assignments/iana-ipv4-special-registry">special-purpose addresses</a>.
 * Of IPv6 only 2000::/3 is given out, so that all else, however it wraps an IPv4 address, is not.
 */
final class PublicAddress {
  private static final List<Range> NOT_PUBLIC =
      Stream.of(
              ("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12"
                      + " 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15"
                      + " 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ::/3 2001::/23 2001:db8::/32"
                      + " 3fff::/20 4000::/2 8000::/1")
                  .split(" ", -1))
          .map(PublicAddress::range)
          .toList();
  private static final Range NAT64 = range("64:ff9b::/96");
  private static final Range SIX_TO_FOUR = range("2002::/16");

  private PublicAddress() {}

  /** Whether an address, and the IPv4 address inside it if there is one, is of the internet. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (NAT64.holds(bytes)) {
      return is(embedded(bytes, 12));
    }
    if (NOT_PUBLIC.stream().anyMatch(range -> range.holds(bytes))) {
      return false;
    }
    return !SIX_TO_FOUR.holds(bytes) || is(embedded(bytes, 2));
  }

  private static InetAddress embedded(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address.", e);
    }
  }

  /** A range of addresses; an IPv4-mapped address is IPv4 to Java, so that it needs no range. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Range(byte[] prefix, int bits) {
    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Range range(String written) {
    String[] parts = written.split("/", 2);
    int bits = Integer.parseInt(parts[1]);
    try {
      InetAddress address = InetAddress.getByName(parts[0]);
      if (bits > (address instanceof Inet4Address ? 32 : 128)) {
        throw new IllegalArgumentException(written);
      }
      return new Range(address.getAddress(), bits);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(written + " is a literal address.", e);
    }
  }
}
