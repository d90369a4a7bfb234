package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kz.zharshy.sandbox.fault.Effect;

/** Makes a fault happen to one call. */
record Trouble(HttpExchange exchange, Work work) {
  /** The call itself. */
  interface Work {
    ObjectNode perform() throws InterruptedException;
  }

  void happen(Effect effect) throws IOException, InterruptedException {
    if (effect instanceof Effect.Refuse refuse) {
      Answers.json(
          exchange,
          Answers.error(refuse.code(), refuse.description(), refuse.parameter(), refuse.value()));
    } else if (effect instanceof Effect.Reply reply) {
      reply(reply);
    } else if (effect instanceof Effect.Close close) {
      close(close);
    } else if (effect instanceof Effect.Wait wait) {
      await(wait);
    }
  }

  private void reply(Effect.Reply reply) throws IOException, InterruptedException {
    if (reply.done()) {
      work.perform();
    }
    if (!reply.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
    }
    Answers.bytes(
        exchange,
        reply.status(),
        reply.contentType(),
        reply.body().getBytes(StandardCharsets.UTF_8));
  }

  /** An exchange that ends before its headers were sent closes its connection. */
  private void close(Effect.Close close) throws IOException, InterruptedException {
    if (!close.done()) {
      return;
    }
    ObjectNode answer = work.perform();
    if (close.halfAnswered()) {
      Answers.half(exchange, answer);
    }
  }

  private void await(Effect.Wait wait) throws IOException, InterruptedException {
    if (wait.done()) {
      ObjectNode answer = work.perform();
      wait.pause().await();
      Answers.json(exchange, answer);
    } else {
      wait.pause().await();
      Answers.json(exchange, work.perform());
    }
  }
}
