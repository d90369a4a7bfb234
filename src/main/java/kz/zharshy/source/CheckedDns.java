package kz.zharshy.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;

/**
 * Resolves names, and refuses those that lead into the newsroom's own network. The connection is
 * made to the very addresses that were checked, so that a name cannot change its mind in between.
 */
final class CheckedDns implements Dns {
  /** A host whose last label is a number is an IPv4 address to those who read it generously. */
  private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:0[xX]\\p{XDigit}*|\\d+)\\.?");

  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}");

  private final Dns resolver;

  CheckedDns(Dns resolver) {
    this.resolver = resolver;
  }

  /** A host to which no connection may be made. */
  static final class RefusedHostException extends UnknownHostException {
    RefusedHostException(String reason) {
      super(reason);
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    if (NUMBER.matcher(host).matches() && !FOUR_NUMBERS.matcher(host).matches()) {
      throw new RefusedHostException(host + " is an address in an unusual notation");
    }
    List<InetAddress> addresses = resolver.lookup(host);
    for (InetAddress address : addresses) {
      if (!PublicAddress.is(address)) {
        throw new RefusedHostException(
            host + " leads to the private address " + address.getHostAddress());
      }
    }
    return addresses;
  }
}
