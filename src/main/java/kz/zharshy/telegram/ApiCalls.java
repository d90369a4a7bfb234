package kz.zharshy.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import kz.zharshy.telegram.ChatCalls.Words;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Calls that send no post, by what they do; {@link BotApi#call} makes them. */
public final class ApiCalls {
  private ApiCalls() {}

  /** Who the bot is; changes nothing. */
  public static ApiCall<User> self() {
    return ApiCall.of(User.class, "getMe");
  }

  /** Lets no other program get the bot's updates by a webhook. */
  public static ApiCall<Boolean> withoutWebhook() {
    return of("deleteWebhook");
  }

  /** Whether another program gets the bot's updates; changes nothing. */
  public static ApiCall<WebhookInfo> webhook() {
    return ApiCall.of(WebhookInfo.class, "getWebhookInfo");
  }

  /** What a chat is; changes nothing. */
  public static ApiCall<ChatFullInfo> chat(String chat) {
    return ApiCall.of(ChatFullInfo.class, "getChat").with("chat_id", chat);
  }

  /** What somebody is and may do in a chat; changes nothing. */
  public static ApiCall<ChatMember> member(String chat, long user) {
    return ApiCall.of(ChatMember.class, "getChatMember")
        .with("chat_id", chat)
        .with("user_id", user);
  }

  /** Shows that something is being written, which proves that the bot may write there. */
  public static ApiCall<Boolean> typing(long chat) {
    return of("sendChatAction").with("chat_id", Long.toString(chat)).with("action", "typing");
  }

  /** Copies a message into another chat without a sound. */
  public static ApiCall<Message> forward(String from, long message, long to) {
    return ApiCall.of(Message.class, "forwardMessage")
        .with("chat_id", Long.toString(to))
        .with("from_chat_id", from)
        .with("message_id", message)
        .with("disable_notification", true);
  }

  /** Deletes messages; at least one. */
  public static ApiCall<Boolean> delete(String chat, List<Integer> messages) {
    return messages.size() == 1
        ? of("deleteMessage").with("chat_id", chat).with("message_id", messages.get(0))
        : of("deleteMessages").with("chat_id", chat).with("message_ids", messages);
  }

  /** Pins a message without a sound. */
  public static ApiCall<Boolean> pin(String chat, long message) {
    return of("pinChatMessage")
        .with("chat_id", chat)
        .with("message_id", message)
        .with("disable_notification", true);
  }

  /** Takes a pinned message down. */
  public static ApiCall<Boolean> unpin(String chat, long message) {
    return of("unpinChatMessage").with("chat_id", chat).with("message_id", message);
  }

  /** Lets a pressed button go; {@code text} is shown for a moment, or until it is tapped away. */
  public static ApiCall<Boolean> release(String press, @Nullable String text, boolean alert) {
    return of("answerCallbackQuery")
        .with("callback_query_id", press)
        .with("text", text)
        .with("show_alert", alert);
  }

  /**
   * Answers an inline query.
   *
   * @param seconds how long Telegram keeps the answer
   * @param next the offset of the next page; empty where there is none
   */
  public static ApiCall<Boolean> inline(
      String query, List<InlineCard> cards, int seconds, String next) {
    return of("answerInlineQuery")
        .with("inline_query_id", query)
        .with("results", cards)
        .with("cache_time", seconds)
        .with("is_personal", true)
        .with("next_offset", next);
  }

  /** One of the cards that answer an inline query. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record InlineCard(
      String id,
      String title,
      @Nullable String description,
      @JsonProperty("thumbnail_url") @Nullable String picture,
      @JsonProperty("input_message_content") Map<String, Object> says) {
    /**
     * A card.
     *
     * @param picture the address of a small picture
     * @param words what it says once it is chosen
     */
    public static InlineCard of(
        String id,
        String title,
        @Nullable String description,
        @Nullable String picture,
        Words words) {
      Map<String, Object> says = Map.of("message_text", words.text(), "entities", words.entities());
      return new InlineCard(id, title, description, picture, says);
    }

    @JsonProperty
    private String type() {
      return "article";
    }
  }

  private static ApiCall<Boolean> of(String method) {
    return ApiCall.of(Boolean.class, method);
  }
}
