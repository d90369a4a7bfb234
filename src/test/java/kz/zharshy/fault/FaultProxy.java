package kz.zharshy.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A TCP proxy on loopback between a client and a server that are both real. Each connection meets
 * the fault that was chosen for it; all of them can be broken at once, and the proxy can be away.
 * Safe for several threads.
 */
public final class FaultProxy implements Closeable {
  private static final int PIECE = 8192;

  private final int target;
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile IntFunction<Fault> faults = number -> Fault.none();
  private volatile ServerSocket listener;
  private volatile Thread acceptor;

  /**
   * @param target a port on loopback
   */
  public FaultProxy(int target) {
    this.target = target;
    ServerSocket socket = listen(0);
    this.listener = socket;
    this.acceptor = daemon(() -> accept(socket));
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections were taken so far. */
  public int connections() {
    return accepted.get();
  }

  /** Every connection from now on meets this. */
  public void fault(Fault fault) {
    faults = number -> fault;
  }

  /**
   * Connections from now on meet what is chosen by their number, which counts from 0 since the
   * proxy's begin.
   */
  public void faults(IntFunction<Fault> chosen) {
    faults = chosen;
  }

  /** Ends all connections that there are. */
  public void breakAll(Fault.End end) {
    lines.forEach(line -> line.end(end));
  }

  /** Refuses connections, and resets those that there are, until {@link #comeBack}. */
  public void goAway() {
    closeListener();
    breakAll(Fault.End.RESET);
  }

  /** Takes connections again, on the same port. */
  public void comeBack() {
    ServerSocket socket = listen(port());
    listener = socket;
    acceptor = daemon(() -> accept(socket));
  }

  @Override
  public void close() {
    closed.countDown();
    closeListener();
    breakAll(Fault.End.CLOSED);
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeListener() {
    try {
      listener.close();
      // While somebody still waits in accept, the system may let one more in.
      acceptor.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (!socket.isClosed()) {
        Socket client = socket.accept();
        Fault fault = faults.apply(accepted.getAndIncrement());
        daemon(() -> connect(client, fault));
      }
    } catch (IOException e) {
      // Gone away, or closed.
    }
  }

  private void connect(Socket client, Fault fault) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      Line line = new Line(client, server, fault);
      lines.add(line);
      if (listener.isClosed()) {
        line.end(Fault.End.RESET);
      }
      daemon(() -> line.pass(client, server, fault.requestBytes(), Duration.ZERO));
      line.pass(server, client, fault.answerBytes(), fault.delay());
    } catch (IOException e) {
      quietly(client);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  /** One connection, from its client to the server. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private final Fault fault;
    private volatile boolean dead;

    Line(Socket client, Socket server, Fault fault) {
      this.client = client;
      this.server = server;
      this.fault = fault;
    }

    /** Passes on so many bytes of one direction, then ends as the fault says. */
    void pass(Socket from, Socket to, long bytes, Duration delay) {
      byte[] piece = new byte[PIECE];
      long left = bytes;
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        do {
          int read = in.read(piece);
          if (read < 0) {
            end(Fault.End.CLOSED);
            return;
          }
          int passed = (int) Math.min(read, left);
          if (closed.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
            return;
          }
          if (!dead) {
            out.write(piece, 0, passed);
          }
          left -= passed;
        } while (left > 0);
        end(fault.end());
      } catch (IOException | InterruptedException e) {
        end(Fault.End.CLOSED);
      }
    }

    void end(Fault.End end) {
      if (end == Fault.End.HALF_OPEN) {
        dead = true;
        return;
      }
      if (dead && closed.getCount() > 0) {
        return;
      }
      if (end == Fault.End.RESET) {
        lingerNot(client);
        lingerNot(server);
      }
      quietly(client);
      quietly(server);
      lines.remove(this);
    }

    /** Makes the close a reset. */
    private void lingerNot(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // It is gone already.
      }
    }
  }
}
