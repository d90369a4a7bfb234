package kz.zharshy.telegram;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Fetches the bytes of a file from the Bot API in use; TelegramBots would always ask
 * api.telegram.org. Reads no further than the limit.
 */
record FileDownload(OkHttpClient client, BotToken token, BotApiAddress address) {
  static <T> Outcome<T> tooLarge() {
    // Telegram's own words for a file that a bot cannot have.
    return new Outcome.Refused<>(400, "Bad Request: file is too big", null, null);
  }

  CompletableFuture<byte[]> begin(String filePath, long maxBytes) {
    HttpUrl url =
        address
            .url()
            .addPathSegment("file")
            .addPathSegment("bot" + token.value())
            .addPathSegments(filePath)
            .build();
    Call call =
        client.newCall(new Request.Builder().url(url).header("Connection", "close").build());
    return HttpAnswer.to(call, response -> read(response, maxBytes));
  }

  private static byte[] read(Response response, long maxBytes) throws IOException {
    ResponseBody body = response.body();
    if (body == null || response.code() != 200) {
      throw new NoResultException(refused(response.code()));
    }
    if (body.source().request(maxBytes + 1)) {
      throw new NoResultException(tooLarge());
    }
    return body.source().readByteArray();
  }

  private static Outcome<?> refused(int status) {
    return status >= 400 && status < 500
        ? new Outcome.Refused<>(status, "The file cannot be had: HTTP " + status, null, null)
        : new Outcome.Unknown<>(Reason.of(ReasonCode.TELEGRAM_FAULT, status, "no file"));
  }
}
