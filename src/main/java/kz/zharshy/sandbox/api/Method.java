package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;

/** One method of the Bot API. */
interface Method {
  /**
   * Does it.
   *
   * @return the {@code result}
   * @throws Refusal where Telegram would refuse
   */
  JsonNode call(Params params) throws InterruptedException;
}
