package kz.zharshy.telegram;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** The answer to a call that TelegramBots' client does not make for us. */
final class HttpAnswer<T> implements Callback {
  /** Makes something of an answer. */
  interface Reader<T> {
    T read(Response response) throws Exception;
  }

  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final Reader<T> reader;

  private HttpAnswer(Reader<T> reader) {
    this.reader = reader;
  }

  static <T> CompletableFuture<T> to(Call call, Reader<T> reader) {
    HttpAnswer<T> answer = new HttpAnswer<>(reader);
    call.enqueue(answer);
    return answer.future;
  }

  @Override
  public void onResponse(Call call, Response response) {
    try (response) {
      future.complete(reader.read(response));
    } catch (Exception e) {
      future.completeExceptionally(e);
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    future.completeExceptionally(e);
  }
}
