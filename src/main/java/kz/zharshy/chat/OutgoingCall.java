package kz.zharshy.chat;

import java.io.Serializable;
import kz.zharshy.post.PostPart;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.Outcome;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

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

  static OutgoingCall of(long chat, BotApiMethod<? extends Serializable> method) {
    return new OutgoingCall(Long.toString(chat), api -> api.call(method));
  }

  static OutgoingCall uncounted(BotApiMethod<? extends Serializable> method) {
    return new OutgoingCall(null, api -> api.call(method));
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
