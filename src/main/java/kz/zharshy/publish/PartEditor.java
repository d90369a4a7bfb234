package kz.zharshy.publish;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.post.PostEdit;
import kz.zharshy.store.Delivery;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;

/** Makes the calls that change, delete or pin what is in a channel. Safe for several threads. */
public final class PartEditor {
  private final BotApi api;

  public PartEditor(BotApi api) {
    this.api = api;
  }

  Outcome<?> delete(Delivery part) {
    List<Integer> messages = new ArrayList<>();
    Long first = part.messageId();
    Long last = part.message().last();
    for (long id = first == null ? 1 : first; id <= (last == null ? 0 : last); id++) {
      messages.add(Math.toIntExact(id));
    }
    String chat = "@" + part.channel();
    return api.call(ApiCalls.delete(chat, messages));
  }

  Outcome<?> edit(PostEdit edit, Delivery part) {
    Long first = part.messageId();
    return api.edit(edit, "@" + part.channel(), first == null ? 0 : first);
  }

  /** Pins a message without a sound, or takes it down. */
  Outcome<?> pin(String channel, long message, boolean up) {
    String chat = "@" + channel;
    return api.call(up ? ApiCalls.pin(chat, message) : ApiCalls.unpin(chat, message));
  }
}
