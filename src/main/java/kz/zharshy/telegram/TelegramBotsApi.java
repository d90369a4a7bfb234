package kz.zharshy.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The Bot API by TelegramBots' client. To be closed after the last call. */
public final class TelegramBotsApi implements BotApi, AutoCloseable {
  private final MovedChats moved = new MovedChats();
  private final GuardedHttp calls;
  private final GuardedHttp files;
  private final GuardedHttp polls;
  private final OkHttpTelegramClient client;
  private final OkHttpTelegramClient pollClient;
  private final FileDownload download;
  private final CallFuture awaited;
  private final CallFuture awaitedPoll;
  private final BotToken token;
  private final BotApiAddress address;
  private final CallLimits limits;
  private final Function<String, Optional<Path>> local;
  private volatile boolean pollingEnded;

  /** A client that uploads no files of this machine. */
  public TelegramBotsApi(BotToken token, BotApiAddress address, CallLimits limits) {
    this(token, address, limits, path -> Optional.empty());
  }

  /**
   * A client.
   *
   * @param local finds the files of this machine that may be uploaded
   */
  public TelegramBotsApi(
      BotToken token,
      BotApiAddress address,
      CallLimits limits,
      Function<String, Optional<Path>> local) {
    this(token, address, limits, local, Dns.SYSTEM);
  }

  TelegramBotsApi(
      BotToken token,
      BotApiAddress address,
      CallLimits limits,
      Function<String, Optional<Path>> local,
      Dns dns) {
    this.local = local;
    AnswerGuard guard = new AnswerGuard(token);
    this.calls = GuardedHttp.forCalls(limits, dns, guard);
    this.files = GuardedHttp.forCalls(limits, dns);
    this.polls = GuardedHttp.forPolling(limits, dns, guard);
    this.client = telegramBots(calls.client(), token, address);
    this.pollClient = telegramBots(polls.client(), token, address);
    this.download = new FileDownload(files.client(), token, address);
    this.awaited = new CallFuture(token, limits.call());
    this.awaitedPoll = new CallFuture(token, limits.call().plus(limits.poll()));
    this.token = token;
    this.address = address;
    this.limits = limits;
  }

  private static OkHttpTelegramClient telegramBots(
      OkHttpClient http, BotToken token, BotApiAddress address) {
    return new OkHttpTelegramClient(new ObjectMapper(), http, token.value(), address.telegramUrl());
  }

  /** The chats that have another number since; calls under their old one go there. */
  public MovedChats moved() {
    return moved;
  }

  @Override
  public <T extends Serializable> Outcome<T> call(ApiCall<T> call) {
    return following(
        call.params(),
        params -> awaited.outcome(call.getMethod(), () -> client.executeAsync(call.about(params))));
  }

  /** A call that was refused because its chat has another number was not made: it is made there. */
  private <T> Outcome<T> following(ObjectNode params, Function<ObjectNode, Outcome<T>> call) {
    ObjectNode now = moved.isEmpty() ? params : moved.forwarded(params);
    Outcome<T> outcome = call.apply(now);
    return moved.learn(now, outcome) ? call.apply(moved.forwarded(now)) : outcome;
  }

  /** Makes ready what the first post would otherwise have to wait for. */
  public void prepare() {
    SendMethod.prepare();
  }

  @Override
  public Outcome<List<Message>> send(BotCall call) {
    return following(call.params(), now -> send(call.method(), now, SendMethod.of(call)));
  }

  private Outcome<List<Message>> send(String name, ObjectNode params, SendMethod method) {
    ApiCall<Message[]> raw = new ApiCall<>(name, params, method::messages);
    Optional<Upload> upload = Upload.of(params, local);
    Optional<String> missing = upload.flatMap(Upload::missing);
    if (missing.isPresent()) {
      return new Outcome.Refused<>(RefusalTable.UNREADABLE, missing.get(), null, null);
    }
    return awaited.outcome(
        name,
        () ->
            (upload.isPresent() ? upload(upload.get(), raw) : client.executeAsync(raw))
                .thenApply(List::of));
  }

  private <T extends Serializable> CompletableFuture<T> upload(Upload upload, ApiCall<T> call) {
    HttpUrl url =
        address
            .url()
            .addPathSegment("bot" + token.value())
            .addPathSegment(call.getMethod())
            .build();
    Request request = new Request.Builder().url(url).post(upload.form()).build();
    return HttpAnswer.to(
        calls.client().newCall(request),
        response -> call.deserializeResponse(response.body().string()));
  }

  @Override
  public Outcome<byte[]> download(String fileId, long maxBytes) {
    return call(ApiCall.of(File.class, "getFile").with("file_id", fileId))
        .then(file -> download(file, maxBytes));
  }

  private Outcome<byte[]> download(File file, long maxBytes) {
    String path = file.getFilePath();
    if (path == null) {
      return new Outcome.Unknown<>(
          Reason.of(ReasonCode.NO_RESULT, "getFile was answered without a path"));
    }
    if (file.getFileSize() != null && file.getFileSize() > maxBytes) {
      return FileDownload.tooLarge();
    }
    return awaited.outcome("the file", () -> download.begin(path, maxBytes));
  }

  /**
   * Waits for updates, as long as the limits say, or takes those that are there. After {@link
   * #endPolling} it asks no more.
   */
  Outcome<ReceivedUpdate[]> updates(
      long offset,
      List<String> allowed,
      boolean wait,
      ApiCall.ResultReader<ReceivedUpdate[]> reader) {
    ObjectNode params = new ObjectMapper().createObjectNode();
    params
        .put("offset", offset)
        .put("limit", 100)
        .put("timeout", wait ? limits.poll().toSeconds() : 0);
    allowed.forEach(params.putArray("allowed_updates")::add);
    return awaitedPoll.outcome(
        "getUpdates", () -> poll(new ApiCall<>("getUpdates", params, reader)));
  }

  /** Ends the wait for updates, now and for good. */
  void endPolling() {
    pollingEnded = true;
    polls.cancelAll();
  }

  private <T extends Serializable> CompletableFuture<T> poll(ApiCall<T> call)
      throws TelegramApiException {
    CompletableFuture<T> begun = pollClient.executeAsync(call);
    if (pollingEnded) {
      // Ended between the poller's look and this call, which nobody else would cancel.
      polls.cancelAll();
    }
    return begun;
  }

  /** Cuts off what is under way; the outcome of a send that is cut off is unknown. */
  @Override
  public void close() {
    polls.close();
    files.close();
    calls.close();
  }
}
