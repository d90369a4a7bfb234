package kz.zharshy.chat;

import kz.zharshy.post.PostPart;
import kz.zharshy.telegram.ApiCall;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A call that is made in answer.
 *
 * @param chat whose flood limit it counts for; null for a call that Telegram does not count
 */
record OutgoingCall(@Nullable String chat, Call call) {
  /** Makes the call. */
  interface Call {
    Outcome<? extends Object> by(BotApi api);
  }

  static OutgoingCall uncounted(ApiCall<Boolean> call) {
    return new OutgoingCall(null, api -> api.call(call));
  }

  static OutgoingCall of(long chat, Answer answer) {
    return of(chat, answer.message(chat));
  }

  static OutgoingCall of(long chat, BotCall call) {
    return new OutgoingCall(Long.toString(chat), api -> api.send(call));
  }

  static OutgoingCall of(PostPart part) {
    return new OutgoingCall(part.header().chat(), api -> api.send(part));
  }
}
