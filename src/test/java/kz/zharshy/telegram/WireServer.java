package kz.zharshy.telegram;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * An HTTP server on loopback that writes its answers byte by byte, so that it can break them off
 * anywhere. It counts the requests that it got whole.
 */
final class WireServer implements Closeable {
  /** What happens on the wire once a request was read. */
  interface Answer {
    void write(Request request, Socket socket) throws IOException, InterruptedException;
  }

  record Request(String line, String headers, String body) {}

  private final ServerSocket listener;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Long> moments = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Answer answer = silence();

  WireServer() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** From the next request on. Until it is told what to answer, the server is silent. */
  void answerWith(Answer next) {
    answer = next;
  }

  /** A whole answer with its length. */
  static Answer json(int status, String body) {
    return (request, socket) -> socket.getOutputStream().write(http(status, "", body));
  }

  static Answer html(int status, String header, String body) {
    return (request, socket) -> socket.getOutputStream().write(http(status, header, body));
  }

  /** What {@code cut} leaves of an answer, then the end of the connection. */
  static Answer cut(String body, UnaryOperator<String> cut) {
    return (request, socket) -> {
      String whole = new String(http(200, "", body), StandardCharsets.UTF_8);
      socket.getOutputStream().write(cut.apply(whole).getBytes(StandardCharsets.UTF_8));
      socket.close();
    };
  }

  /** RST instead of an answer. */
  static Answer reset() {
    return (request, socket) -> {
      socket.setSoLinger(true, 0);
      socket.close();
    };
  }

  /** No answer at all, until the server is closed. */
  Answer silence() {
    return (request, socket) -> closed.await();
  }

  int port() {
    return listener.getLocalPort();
  }

  BotApiAddress address() {
    return BotApiAddress.parse("http://127.0.0.1:" + port());
  }

  List<Request> requests() {
    return requests;
  }

  /** When a request had been read, by {@link System#nanoTime}. */
  long at(int index) {
    return moments.get(index);
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  static byte[] http(int status, String header, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d Said so\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(status, bytes.length, header);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    answer.writeBytes(bytes);
    return answer.toByteArray();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (!socket.isClosed()) {
        Request request = read(in);
        moments.add(System.nanoTime());
        requests.add(request);
        answer.write(request, socket);
        socket.getOutputStream().flush();
      }
    } catch (IOException | InterruptedException e) {
      // The other side has gone, or the test is over.
    }
  }

  private static Request read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended");
      }
      head.append((char) next);
    }
    int line = head.indexOf("\r\n");
    String headers = head.substring(line + 2);
    byte[] body = in.readNBytes(length(headers));
    if (body.length < length(headers)) {
      throw new IOException("the connection ended within a body");
    }
    return new Request(head.substring(0, line), headers, new String(body, StandardCharsets.UTF_8));
  }

  private static int length(String headers) {
    for (String line : headers.lines().toList()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return 0;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "wire-server");
    thread.setDaemon(true);
    thread.start();
  }
}
