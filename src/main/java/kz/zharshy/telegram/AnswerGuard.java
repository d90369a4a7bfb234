package kz.zharshy.telegram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call pass once, and turns whatever is no result into a {@link NoResultException} that says
 * whether the call can have reached Telegram.
 */
final class AnswerGuard implements Interceptor {
  /** A hundred updates are well below; what is larger is no answer of the Bot API. */
  private static final long LARGEST_ANSWER = 32L * 1024 * 1024;

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final BotToken token;
  private final ApiResponse envelope;

  AnswerGuard(BotToken token) {
    this.token = token;
    this.envelope = new ApiResponse(token);
  }

  /** Belongs behind the connection: when it is asked, there is one, and nothing was written. */
  static Response noteConnected(Interceptor.Chain chain) throws IOException {
    Connected connected = chain.request().tag(Connected.class);
    if (connected != null) {
      connected.set(true);
    }
    return chain.proceed(chain.request());
  }

  @Override
  public Response intercept(Interceptor.Chain chain) throws IOException {
    Connected connected = new Connected();
    try (Response response = chain.proceed(guarded(chain.request(), connected))) {
      String body = text(response);
      Optional<Outcome<?>> failure = envelope.failure(response.code(), body);
      if (failure.isPresent()) {
        throw new NoResultException(failure.get());
      }
      return response.newBuilder().body(ResponseBody.create(body, JSON)).build();
    } catch (NoResultException e) {
      throw e;
    } catch (IOException e) {
      throw new NoResultException(broken(e, connected.get()), e);
    }
  }

  private static Request guarded(Request request, Connected connected) {
    RequestBody body = request.body();
    return request
        .newBuilder()
        .method(request.method(), body == null ? null : new OneShot(body))
        // A kept connection that the other side has closed meanwhile takes a call and never
        // answers; OkHttp looks only at those that were idle for ten seconds.
        .header("Connection", "close")
        .tag(Connected.class, connected)
        .build();
  }

  private Outcome<?> broken(IOException e, boolean connected) {
    String message = e.getMessage();
    String words = token.mask(message == null ? e.getClass().getSimpleName() : message);
    return connected
        ? new Outcome.Unknown<>(Reason.of(ReasonCode.NO_RESULT, words))
        : new Outcome.NotSent<>(Reason.of(ReasonCode.NO_CONNECTION, words));
  }

  private static String text(Response response) throws IOException {
    ResponseBody body = response.body();
    if (body == null) {
      throw new IOException("an answer without a body");
    }
    if (body.source().request(LARGEST_ANSWER + 1)) {
      throw new IOException("an answer of more than " + LARGEST_ANSWER + " bytes");
    }
    return body.source().readString(StandardCharsets.UTF_8);
  }

  /** A type of its own, because a request's tags are found by their type. */
  private static final class Connected extends AtomicBoolean {}

  /**
   * A body that OkHttp must not write a second time. Without it a 503 with {@code Retry-After: 0}
   * posts one message twice, whatever {@code retryOnConnectionFailure} says.
   */
  private static final class OneShot extends RequestBody {
    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }

    @Override
    public boolean isOneShot() {
      return true;
    }
  }
}
