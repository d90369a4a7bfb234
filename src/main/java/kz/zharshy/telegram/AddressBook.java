package kz.zharshy.telegram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a name, those last that could not be connected to. OkHttp would try a second
 * address only if it might also repeat calls; so the next call tries it. Safe for several threads.
 */
final class AddressBook extends EventListener implements Dns {
  private final Dns dns;
  private final AtomicLong clock = new AtomicLong();
  private final Map<InetAddress, Long> failed = new ConcurrentHashMap<>();

  AddressBook(Dns dns) {
    this.dns = dns;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    return dns.lookup(host).stream()
        .sorted(Comparator.comparing((InetAddress address) -> failed.getOrDefault(address, 0L)))
        .toList();
  }

  @Override
  public void connectFailed(
      Call call,
      InetSocketAddress address,
      Proxy proxy,
      @Nullable Protocol protocol,
      IOException failure) {
    InetAddress unreachable = address.getAddress();
    if (unreachable != null) { // Null for a name that a proxy resolves.
      failed.put(unreachable, clock.incrementAndGet());
    }
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    InetAddress reached = address.getAddress();
    if (reached != null) {
      failed.remove(reached);
    }
  }
}
