package kz.zharshy.sandbox.page;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/**
 * Rejects requests that do not come from this machine's own pages and programs: a foreign page
 * whose name was rebound to loopback (DNS rebinding) sends its own name as the host, and one that
 * posts here across origins sends its origin.
 */
public final class LocalOnly extends Filter {
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    String origin = headers.getFirst("Origin");
    boolean local = host != null && LOCAL.contains(host.replaceFirst(":[0-9]+$", ""));
    if (local && (origin == null || origin.equals("http://" + host))) {
      chain.doFilter(exchange);
    } else {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
    }
  }

  @Override
  public String description() {
    return "answers only to names of this machine and to its own pages";
  }
}
