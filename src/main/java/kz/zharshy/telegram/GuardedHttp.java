package kz.zharshy.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * OkHttp without its habit of repeating a call by itself, and with a limit on every wait. Its
 * threads do not keep the process alive.
 */
final class GuardedHttp implements AutoCloseable {
  /** OkHttp's five for one host would let five slow calls hold up all others. */
  private static final int CALLS_AT_A_TIME = 64;

  private final OkHttpClient client;

  private GuardedHttp(OkHttpClient client) {
    this.client = client;
  }

  /** For calls that are answered at once. */
  static GuardedHttp forCalls(CallLimits limits, Dns dns, Interceptor... interceptors) {
    return new GuardedHttp(build(limits, Duration.ZERO, dns, interceptors));
  }

  /** For {@code getUpdates}, whose answer Telegram holds back; apart, so that it can be cut off. */
  static GuardedHttp forPolling(CallLimits limits, Dns dns, Interceptor... interceptors) {
    return new GuardedHttp(build(limits, limits.poll(), dns, interceptors));
  }

  OkHttpClient client() {
    return client;
  }

  /** Ends the calls that are under way. */
  void cancelAll() {
    client.dispatcher().cancelAll();
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    cancelAll();
    client.connectionPool().evictAll();
  }

  private static OkHttpClient build(
      CallLimits limits, Duration held, Dns dns, Interceptor... interceptors) {
    AddressBook addresses = new AddressBook(dns);
    Dispatcher dispatcher = new Dispatcher(daemons());
    dispatcher.setMaxRequests(CALLS_AT_A_TIME);
    dispatcher.setMaxRequestsPerHost(CALLS_AT_A_TIME);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            // Not several calls in one connection: what breaks takes no other call with it.
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(limits.connect())
            .readTimeout(limits.silence().plus(held))
            .writeTimeout(limits.silence())
            .callTimeout(limits.call().plus(held))
            .dns(addresses)
            .eventListener(addresses)
            .dispatcher(dispatcher)
            .addNetworkInterceptor(AnswerGuard::noteConnected);
    for (Interceptor interceptor : interceptors) {
      builder.addInterceptor(interceptor);
    }
    return builder.build();
  }

  private static ExecutorService daemons() {
    return Executors.newCachedThreadPool(
        work -> {
          Thread thread = new Thread(work, "telegram-http");
          thread.setDaemon(true);
          return thread;
        });
  }
}
