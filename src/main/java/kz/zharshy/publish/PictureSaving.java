package kz.zharshy.publish;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import kz.zharshy.post.BotCall;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalKind;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * The Bot API for those who are shown a post: a picture that Telegram refuses is saved for them as
 * it will be for the channel. Safe for use by several threads.
 */
public final class PictureSaving implements BotApi {
  private final BotApi api;
  private final PictureRescue pictures;

  public PictureSaving(BotApi api, PictureRescue pictures) {
    this.api = api;
    this.pictures = pictures;
  }

  @Override
  public <T extends Serializable> Outcome<T> call(BotApiMethod<T> method) {
    return api.call(method);
  }

  /** Another way follows only where Telegram certainly sent nothing, so nobody sees two. */
  @Override
  public Outcome<List<Message>> send(BotCall call) {
    if (pictures.unfit(call).isPresent()) {
      return otherwise(call).orElseGet(() -> api.send(call));
    }
    Outcome<List<Message>> outcome = api.send(call);
    String chat = call.params().path("chat_id").asText();
    return outcome instanceof Outcome.Refused<List<Message>> refused
            && RefusalKind.of(refused, chat) == RefusalKind.PICTURE
        ? otherwise(call).orElse(outcome)
        : outcome;
  }

  private Optional<Outcome<List<Message>>> otherwise(BotCall call) {
    return pictures.next(call).map(way -> send(way.call()));
  }

  @Override
  public Outcome<byte[]> download(String fileId, long maxBytes) {
    return api.download(fileId, maxBytes);
  }
}
