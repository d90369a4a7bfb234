package kz.zharshy.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.post.BotCall;
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
  private static final ObjectMapper JSON = new ObjectMapper();

  public Answer {
    entities = List.copyOf(entities);
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "An answer has %d characters; Telegram takes 1 to %d.".formatted(text.length(), LONGEST));
    }
  }

  /** An answer of plain text. */
  public static Answer of(String text) {
    return new Answer(text, List.of(), null);
  }

  /** The call that says it in a chat where nobody asked. */
  public BotCall to(long chat) {
    ObjectNode params = JSON.createObjectNode();
    params.put("chat_id", chat).put("text", text);
    params.set("entities", JSON.valueToTree(entities));
    params.putObject("link_preview_options").put("is_disabled", true);
    return new BotCall("sendMessage", marked(params));
  }

  /** The call that puts a picture above it, as its caption, in a chat. */
  public BotCall under(byte[] png, long chat) {
    ObjectNode params = JSON.createObjectNode().put("chat_id", chat).put("photo", png);
    caption(params);
    return new BotCall("sendPhoto", marked(params));
  }

  /** The call that puts a picture with this caption in place of a message. */
  public BotCall under(byte[] png, long chat, int messageId) {
    ObjectNode params = JSON.createObjectNode().put("chat_id", chat).put("message_id", messageId);
    caption(params.putObject("media").put("type", "photo").put("media", png));
    return new BotCall("editMessageMedia", marked(params));
  }

  private void caption(ObjectNode picture) {
    picture.put("caption", text).set("caption_entities", JSON.valueToTree(entities));
  }

  private ObjectNode marked(ObjectNode params) {
    if (buttons != null) {
      params.set("reply_markup", JSON.valueToTree(buttons.markup()));
    }
    return params;
  }

  /** The same with these buttons below it. */
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

    /** Whether nothing was written yet. */
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
