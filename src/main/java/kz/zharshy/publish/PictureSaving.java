package kz.zharshy.publish;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import kz.zharshy.media.MediaFallback;
import kz.zharshy.post.PostPart;
import kz.zharshy.telegram.ApiCall;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalKind;
import kz.zharshy.telegram.RefusalTable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * The Bot API for those who are shown a post: a picture that Telegram refuses is saved for them as
 * it will be for the channel. Safe for use by several threads.
 */
public final class PictureSaving implements BotApi {
  private final BotApi api;
  private final MediaFallback pictures;

  public PictureSaving(BotApi api, MediaFallback pictures) {
    this.api = api;
    this.pictures = pictures;
  }

  @Override
  public <T extends Serializable> Outcome<T> call(ApiCall<T> call) {
    return api.call(call);
  }

  @Override
  public Outcome<List<Message>> send(BotCall call) {
    return api.send(call);
  }

  /** Another way follows only where Telegram certainly sent nothing, so nobody sees two. */
  @Override
  public Outcome<List<Message>> send(PostPart part) {
    if (pictures.unfit(part).isPresent()) {
      return otherwise(part).orElseGet(() -> api.send(part));
    }
    Outcome<List<Message>> outcome = api.send(part);
    return outcome instanceof Outcome.Refused<List<Message>> refused
            && RefusalTable.kind(refused, part.header().chat()) == RefusalKind.PICTURE
        ? otherwise(part).orElse(outcome)
        : outcome;
  }

  private Optional<Outcome<List<Message>>> otherwise(PostPart part) {
    return pictures.next(part).map(way -> send(way.part()));
  }

  @Override
  public Outcome<byte[]> download(String fileId, long maxBytes) {
    return api.download(fileId, maxBytes);
  }
}
