package kz.zharshy.sandbox.page;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/**
 * Turns away what does not name this machine: a foreign page whose name was rebound to loopback
 * (DNS rebinding) sends its own name as the host.
 */
public final class LocalOnly extends Filter {
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host != null && LOCAL.contains(host.replaceFirst(":[0-9]+$", ""))) {
      chain.doFilter(exchange);
    } else {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
    }
  }

  @Override
  public String description() {
    return "answers only to names of this machine";
  }
}
