package kz.zharshy.telegram;

import java.io.Serializable;
import java.util.List;
import kz.zharshy.post.PostEdit;
import kz.zharshy.post.PostPart;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Calls of the Bot API. None of them throws for what the network or Telegram does, repeats a call
 * by itself, or takes longer than its time limit. Safe for use by several threads.
 */
public interface BotApi {
  /** Makes a call that sends no post. */
  <T extends Serializable> Outcome<T> call(ApiCall<T> call);

  /**
   * Makes a call that sends or changes messages; the result is the messages that it became: one, or
   * an album's several. Throws {@link IllegalArgumentException} if the method is none that sends,
   * or its parameters are not the method's.
   */
  Outcome<List<Message>> send(BotCall call);

  /** Sends a part of a post; the result is the messages that it became. */
  default Outcome<List<Message>> send(PostPart part) {
    return send(PostPartCodec.call(part));
  }

  /** Changes a message of a post. {@code messageId}: its number; of an album the first. */
  default Outcome<?> edit(PostEdit edit, String chat, long messageId) {
    BotCall call = PostPartCodec.call(edit, chat, messageId);
    return edit instanceof PostEdit.RemoveMedium
        ? call(ApiCalls.delete(chat, List.of(call.params().path("message_id").asInt())))
        : send(call);
  }

  /** Fetches a file that a person sent, if it is not larger than {@code maxBytes}. */
  Outcome<byte[]> download(String fileId, long maxBytes);
}
