package kz.zharshy.chat;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.ChatCalls;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * What the bot says: text with entities, so that nothing in it can be taken for markup.
 *
 * @param text 1 to 4096 UTF-16 units, which is the Bot API's limit
 * @param buttons below the text, or null
 */
public record Answer(String text, List<MessageEntity> entities, @Nullable Buttons buttons) {
  private static final int LONGEST = 4096;
  private static final int LONGEST_CAPTION = 1024;

  public Answer {
    entities = List.copyOf(entities);
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "An answer has %d characters; Telegram takes 1 to %d.".formatted(text.length(), LONGEST));
    }
  }

  public static Answer of(String text) {
    return new Answer(text, List.of(), null);
  }

  /** Says it in a chat where nobody asked. */
  public ReplyAction to(long chat) {
    return new ReplyAction.Send(chat, message(chat));
  }

  BotCall message(long chat) {
    return ChatCalls.message(chat, words());
  }

  /** The text that {@link ChatCalls#kept} makes a message of, for whichever chat. */
  public String kept() {
    return ChatCalls.keep(words());
  }

  /** Sends a picture to a chat, with this as its caption. */
  public ReplyAction under(byte[] png, long chat) {
    return new ReplyAction.Send(chat, ChatCalls.picture(chat, png, words()));
  }

  /** Puts a picture with this caption in place of a message. */
  public ReplyAction under(byte[] png, long chat, int messageId) {
    return new ReplyAction.Send(chat, ChatCalls.picture(chat, messageId, png, words()));
  }

  /** As a call takes it. */
  public ChatCalls.Words words() {
    return new ChatCalls.Words(text, entities, buttons == null ? null : buttons.markup());
  }

  public Answer with(Buttons buttons) {
    return new Answer(text, entities, buttons.isEmpty() ? null : buttons);
  }

  /** A writer of an answer with bold words and links. */
  public static Writer writer() {
    return new Writer();
  }

  /** Puts an answer together piece by piece. Not safe for use by several threads. */
  public static final class Writer {
    private final StringBuilder text = new StringBuilder();
    private final List<MessageEntity> entities = new ArrayList<>();

    private Writer() {}

    public Writer text(String piece) {
      text.append(piece);
      return this;
    }

    public Writer bold(String piece) {
      entities.add(new MessageEntity("bold", text.length(), piece.length()));
      return text(piece);
    }

    public Writer link(String piece, String url) {
      entities.add(
          MessageEntity.builder()
              .type("text_link")
              .offset(text.length())
              .length(piece.length())
              .url(url)
              .build());
      return text(piece);
    }

    public boolean isEmpty() {
      return text.isEmpty();
    }

    /** Whether so much more can be written. */
    public boolean hasRoomFor(int characters) {
      return text.length() + characters <= LONGEST;
    }

    /** Whether so much more can be written below a picture. */
    public boolean hasRoomInCaption(int characters) {
      return text.length() + characters <= LONGEST_CAPTION;
    }

    /** The answer as it was written, without a line break at the end. */
    public Answer done() {
      return new Answer(text.toString().stripTrailing(), entities, null);
    }
  }
}
