package kz.zharshy.source.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.UnreadableException;
import okhttp3.Dns;

/**
 * Resolves names, and refuses those that lead into the newsroom's own network. The connection is
 * made to the very addresses that were checked, so that a name cannot change its mind in between.
 */
record CheckedDns(Dns resolver) implements Dns {
  /** A host whose last label is a number is an IPv4 address to those who read it generously. */
  private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:0[xX]\\p{XDigit}*|\\d+)\\.?");

  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}");

  /** A host to which no connection may be made. */
  static final class RefusedHostException extends UnknownHostException {
    private final ReasonCode code;
    private final List<String> hosts;

    RefusedHostException(ReasonCode code, String... hosts) {
      super(String.join(" ", hosts));
      this.code = code;
      this.hosts = List.of(hosts);
    }

    /** The refusal of an address, for whoever gave it. */
    UnreadableException asReason(String address) {
      List<Object> arguments = new ArrayList<>(hosts);
      arguments.add(0, address);
      return new UnreadableException(this, code, arguments.toArray());
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    if (NUMBER.matcher(host).matches() && !FOUR_NUMBERS.matcher(host).matches()) {
      throw new RefusedHostException(ReasonCode.HOST_UNUSUAL, host);
    }
    List<InetAddress> addresses = resolver.lookup(host);
    for (InetAddress address : addresses) {
      if (!PublicAddress.is(address)) {
        throw new RefusedHostException(ReasonCode.HOST_PRIVATE, host, address.getHostAddress());
      }
    }
    return addresses;
  }
}
