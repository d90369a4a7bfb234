package kz.zharshy.telegram;

import static kz.zharshy.article.ReasonCode.CANNOT_DELETE;
import static kz.zharshy.article.ReasonCode.CANNOT_EDIT;
import static kz.zharshy.article.ReasonCode.CHAT_GONE;
import static kz.zharshy.article.ReasonCode.FILE_UNREADABLE;
import static kz.zharshy.article.ReasonCode.NOT_IN_CHANNEL;
import static kz.zharshy.article.ReasonCode.NO_RIGHTS;
import static kz.zharshy.article.ReasonCode.NO_SUCH_CHAT;
import static kz.zharshy.article.ReasonCode.PICTURE_NOT_FETCHED;
import static kz.zharshy.article.ReasonCode.PICTURE_REFUSED;
import static kz.zharshy.article.ReasonCode.TELEGRAM_SAYS;
import static kz.zharshy.article.ReasonCode.TEXT_TOO_LONG;
import static kz.zharshy.article.ReasonCode.TOKEN_REFUSED;
import static kz.zharshy.telegram.RefusalKind.ARTICLE;
import static kz.zharshy.telegram.RefusalKind.BOT;
import static kz.zharshy.telegram.RefusalKind.CHANNEL;
import static kz.zharshy.telegram.RefusalKind.CONFLICT;
import static kz.zharshy.telegram.RefusalKind.GONE;
import static kz.zharshy.telegram.RefusalKind.MIGRATED;
import static kz.zharshy.telegram.RefusalKind.NOT_MODIFIED;
import static kz.zharshy.telegram.RefusalKind.PICTURE;
import static kz.zharshy.telegram.RefusalKind.READER_GONE;

import java.util.List;
import java.util.Locale;
import kz.zharshy.article.ReasonCode;

/**
 * Telegram's refusals, first match first. The code decides where it can; the words are not
 * documented and change, so they only refine 400 and 403, and what is new to us falls to the last
 * rows. This is the only place that goes by words: what people are told of a refusal is its row's
 * code.
 *
 * <p>Sources: "api" is https://core.telegram.org/bots/api, "server" the Bot API server
 * (https://github.com/tdlib/telegram-bot-api, Client.cpp), "mtproto" an error of
 * https://core.telegram.org/api/errors that the server hands on.
 */
public final class RefusalTable {
  /** The code of a refusal of our own: a file of this machine that cannot be read. */
  static final int UNREADABLE = 1;

  private static final int ANY = 0;

  /** A row; {@code words} in lower case. */
  private record Row(
      int code, boolean personsOnly, String words, RefusalKind kind, ReasonCode reason) {
    boolean fits(int refusedCode, boolean person, String description) {
      return (code == ANY || code == refusedCode)
          && (person || !personsOnly)
          && description.contains(words);
    }
  }

  private static final List<Row> ROWS =
      List.of(
          // By code alone.
          all(401, "", BOT, TOKEN_REFUSED), // api: Unauthorized, a wrong or revoked token
          all(
              404,
              "",
              BOT,
              TOKEN_REFUSED), // server: Not Found, no token of this shape or no such method
          all(409, "", CONFLICT), // server: terminated by other getUpdates request, or a webhook
          all(429, "", RefusalKind.FLOOD, ReasonCode.FLOOD), // api: ResponseParameters.retry_after
          all(
              413,
              "",
              PICTURE,
              PICTURE_REFUSED), // server: Request Entity Too Large, an upload above the limit
          all(ANY, "was upgraded to a supergroup", MIGRATED), // api: migrate_to_chat_id
          // The person.
          all(403, "blocked by the user", READER_GONE), // server
          all(403, "user is deactivated", READER_GONE), // server
          all(403, "can't initiate conversation", READER_GONE), // server
          all(403, "can't send messages to bots", READER_GONE), // server
          all(403, "can't send messages to the bot", READER_GONE), // server
          person(400, "chat not found", READER_GONE), // server
          person(400, "user not found", READER_GONE), // server
          person(400, "peer_id_invalid", READER_GONE), // mtproto
          // The message that is already there.
          all(400, "message is not modified", NOT_MODIFIED), // server
          all(400, "chat_not_modified", NOT_MODIFIED), // mtproto: it is pinned already
          all(400, "message to edit not found", GONE), // server
          all(400, "message to delete not found", GONE), // server
          all(400, "message to forward not found", GONE), // server
          all(400, "message to copy not found", GONE), // server
          all(400, "message to pin not found", GONE), // server
          all(400, "message to unpin not found", GONE), // server
          all(400, "message_id_invalid", GONE), // mtproto
          // The picture; before the rights, as an album's error quotes another.
          all(400, "wrong file identifier", PICTURE, PICTURE_NOT_FETCHED), // server
          all(400, "wrong remote file identifier", PICTURE, PICTURE_NOT_FETCHED), // server
          all(400, "failed to get http url content", PICTURE, PICTURE_NOT_FETCHED), // server
          all(400, "wrong type of the web page content", PICTURE, PICTURE_NOT_FETCHED), // server
          all(400, "invalid file http url", PICTURE, PICTURE_NOT_FETCHED), // server
          all(
              400,
              "webpage_",
              PICTURE,
              PICTURE_NOT_FETCHED), // mtproto: WEBPAGE_CURL_FAILED, WEBPAGE_MEDIA_EMPTY
          all(
              400,
              "photo_",
              PICTURE,
              PICTURE_REFUSED), // mtproto: PHOTO_INVALID_DIMENSIONS, PHOTO_EXT_INVALID, …
          all(400, "video_", PICTURE, TELEGRAM_SAYS), // mtproto: VIDEO_CONTENT_TYPE_INVALID, …
          all(400, "image_process_failed", PICTURE, PICTURE_REFUSED), // mtproto
          all(400, "media_empty", PICTURE, PICTURE_REFUSED), // mtproto
          all(400, "media_invalid", PICTURE, PICTURE_REFUSED), // mtproto
          all(400, "file is too big", PICTURE, PICTURE_REFUSED), // server
          all(400, "file must be non-empty", PICTURE, PICTURE_REFUSED), // server
          all(400, "can't use file of type", PICTURE, PICTURE_REFUSED), // server
          all(400, "group send failed", PICTURE, PICTURE_REFUSED), // server
          all(UNREADABLE, "", PICTURE, FILE_UNREADABLE), // our own, see Upload
          // The channel.
          all(400, "chat not found", CHANNEL, NO_SUCH_CHAT), // server
          all(400, "not enough rights", CHANNEL, NO_RIGHTS), // server
          all(400, "need administrator rights", CHANNEL, NO_RIGHTS), // server
          all(400, "have no rights to send", CHANNEL, NO_RIGHTS), // server
          all(400, "chat was deactivated", CHANNEL, CHAT_GONE), // server
          all(400, "chat was deleted", CHANNEL, CHAT_GONE), // server
          all(400, "is not a member", CHANNEL, NOT_IN_CHANNEL), // server
          all(400, "bot was kicked", CHANNEL, NOT_IN_CHANNEL), // server
          all(400, "chat_write_forbidden", CHANNEL, NO_RIGHTS), // mtproto
          all(400, "chat_admin_required", CHANNEL, NO_RIGHTS), // mtproto
          all(400, "chat_restricted", CHANNEL, NO_RIGHTS), // mtproto
          all(400, "chat_send_", CHANNEL, NO_RIGHTS), // mtproto: CHAT_SEND_PHOTOS_FORBIDDEN, …
          all(400, "channel_private", CHANNEL, NOT_IN_CHANNEL), // mtproto
          all(400, "channel_invalid", CHANNEL, CHAT_GONE), // mtproto
          all(400, "peer_id_invalid", CHANNEL, NO_SUCH_CHAT), // mtproto
          // The text, and what is done with a message.
          all(400, "message is too long", ARTICLE, TEXT_TOO_LONG), // server
          all(400, "message_too_long", ARTICLE, TEXT_TOO_LONG), // mtproto
          all(400, "caption is too long", ARTICLE, TEXT_TOO_LONG), // server
          all(400, "message can't be deleted", ARTICLE, CANNOT_DELETE), // server
          all(400, "message can't be edited", ARTICLE, CANNOT_EDIT), // server
          // What the words do not tell.
          person(403, "", READER_GONE), // api: 403 is about the right to write there
          all(403, "not a member", CHANNEL, NOT_IN_CHANNEL), // server
          all(403, "was kicked", CHANNEL, NOT_IN_CHANNEL), // server
          all(403, "not enough rights", CHANNEL, NO_RIGHTS), // server
          all(403, "need administrator rights", CHANNEL, NO_RIGHTS), // server
          all(403, "", CHANNEL), // api
          all(ANY, "", ARTICLE)); // api: 400 is about what was asked

  private RefusalTable() {}

  /**
   * Sorts a refusal. {@code chat}: whom the call was for, as in {@code chat_id}: for a person the
   * same words mean something else than for a channel.
   */
  public static RefusalKind kind(Outcome.Refused<?> refused, String chat) {
    boolean person = ChatKey.of(chat).isPerson();
    if (refused.migratedTo() != null) {
      return MIGRATED;
    }
    return row(refused, person).kind();
  }

  /** What Telegram says, for people; what is new to us is told in its own words. */
  static ReasonCode reason(Outcome.Refused<?> refused) {
    return row(refused, false).reason();
  }

  private static Row row(Outcome.Refused<?> refused, boolean person) {
    String description = refused.description().toLowerCase(Locale.ROOT);
    return ROWS.stream()
        .filter(row -> row.fits(refused.code(), person, description))
        .findFirst()
        .orElseThrow();
  }

  private static Row all(int code, String words, RefusalKind kind) {
    return all(code, words, kind, TELEGRAM_SAYS);
  }

  private static Row all(int code, String words, RefusalKind kind, ReasonCode reason) {
    return new Row(code, false, words, kind, reason);
  }

  private static Row person(int code, String words, RefusalKind kind) {
    return new Row(code, true, words, kind, TELEGRAM_SAYS);
  }
}
