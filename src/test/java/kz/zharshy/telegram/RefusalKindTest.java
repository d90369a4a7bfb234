package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the table, by what Telegram says. */
final class RefusalKindTest {
  private static final String CHANNEL = "@example_news";
  private static final String READER = "700100200";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | Unauthorized | BOT
          404 | Not Found | BOT
          409 | Conflict: terminated by other getUpdates request | CONFLICT
          409 | Conflict: can't use getUpdates method while webhook is active | CONFLICT
          429 | Too Many Requests: retry after 7 | FLOOD
          413 | Request Entity Too Large | PICTURE
          400 | Bad Request: group chat was upgraded to a supergroup chat | MIGRATED
          400 | Bad Request: message is not modified: specified new message content | NOT_MODIFIED
          400 | Bad Request: message to edit not found | GONE
          400 | Bad Request: message to delete not found | GONE
          400 | Bad Request: message to forward not found | GONE
          400 | Bad Request: message to copy not found | GONE
          400 | Bad Request: MESSAGE_ID_INVALID | GONE
          400 | Bad Request: wrong file identifier/HTTP URL specified | PICTURE
          400 | Bad Request: wrong remote file identifier specified: Wrong string length | PICTURE
          400 | Bad Request: failed to get HTTP URL content | PICTURE
          400 | Bad Request: wrong type of the web page content | PICTURE
          400 | Bad Request: invalid file HTTP URL specified: Unsupported URL protocol | PICTURE
          400 | Bad Request: WEBPAGE_CURL_FAILED | PICTURE
          400 | Bad Request: failed to send message #2 with the error message "WEBPAGE_MEDIA_EMPTY" | PICTURE
          400 | Bad Request: PHOTO_INVALID_DIMENSIONS | PICTURE
          400 | Bad Request: IMAGE_PROCESS_FAILED | PICTURE
          400 | Bad Request: MEDIA_EMPTY | PICTURE
          400 | Bad Request: MEDIA_INVALID | PICTURE
          400 | Bad Request: file is too big | PICTURE
          400 | Bad Request: file must be non-empty | PICTURE
          400 | Bad Request: can't use file of type Document as Photo | PICTURE
          400 | Bad Request: group send failed | PICTURE
          400 | Bad Request: chat not found | CHANNEL
          400 | Bad Request: not enough rights to send text messages to the chat | CHANNEL
          400 | Bad Request: not enough rights to send photos to the chat | CHANNEL
          400 | Bad Request: need administrator rights in the channel chat | CHANNEL
          400 | Bad Request: have no rights to send a message | CHANNEL
          400 | Bad Request: group chat was deactivated | CHANNEL
          400 | Bad Request: chat was deleted | CHANNEL
          400 | Bad Request: bot is not a member of the channel chat | CHANNEL
          400 | Bad Request: bot was kicked from the channel chat | CHANNEL
          400 | Bad Request: CHAT_WRITE_FORBIDDEN | CHANNEL
          400 | Bad Request: CHAT_ADMIN_REQUIRED | CHANNEL
          400 | Bad Request: CHAT_RESTRICTED | CHANNEL
          400 | Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN | CHANNEL
          400 | Bad Request: CHANNEL_PRIVATE | CHANNEL
          400 | Bad Request: CHANNEL_INVALID | CHANNEL
          400 | Bad Request: PEER_ID_INVALID | CHANNEL
          403 | Forbidden: bot was kicked from the channel chat | CHANNEL
          403 | Forbidden: bot is not a member of the channel chat | CHANNEL
          403 | Forbidden: something new | CHANNEL
          400 | Bad Request: message is too long | ARTICLE
          400 | Bad Request: message text is empty | ARTICLE
          400 | Bad Request: can't parse entities: unclosed start tag | ARTICLE
          400 | Bad Request: BUTTON_URL_INVALID | ARTICLE
          400 | Bad Request: something new | ARTICLE
          402 | Payment Required | ARTICLE
          """)
  void aRefusalInAChannel(int code, String description, RefusalKind kind) {
    assertThat(kind(code, description, CHANNEL)).isEqualTo(kind);
    assertThat(kind(code, description, "-1001234567890")).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | Forbidden: bot was blocked by the user | READER_GONE
          403 | Forbidden: user is deactivated | READER_GONE
          403 | Forbidden: bot can't initiate conversation with a user | READER_GONE
          403 | Forbidden: bot can't send messages to bots | READER_GONE
          403 | Forbidden: bot can't send messages to the bot | READER_GONE
          403 | Forbidden: something new | READER_GONE
          400 | Bad Request: chat not found | READER_GONE
          400 | Bad Request: user not found | READER_GONE
          400 | Bad Request: PEER_ID_INVALID | READER_GONE
          400 | Bad Request: message is too long | ARTICLE
          429 | Too Many Requests: retry after 7 | FLOOD
          401 | Unauthorized | BOT
          """)
  void aRefusalToAReader(int code, String description, RefusalKind kind) {
    assertThat(kind(code, description, READER)).isEqualTo(kind);
  }

  @Test
  void aChatThatTellsItsNewIdHasMigratedWhateverTheWords() {
    Outcome.Refused<String> moved = new Outcome.Refused<>(400, "Bad Request", null, -100777L);

    assertThat(RefusalTable.kind(moved, CHANNEL)).isEqualTo(RefusalKind.MIGRATED);
  }

  private static RefusalKind kind(int code, String description, String chat) {
    return RefusalTable.kind(new Outcome.Refused<>(code, description, null, null), chat);
  }
}
