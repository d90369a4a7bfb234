package kz.zharshy.publish;

import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.Delivery;

/**
 * A picture that Telegram has refused or would refuse, as the ledger notes it beside its part.
 *
 * @param why it is refused
 * @param rounds how often another way was begun before
 */
record PictureTrouble(Reason why, long rounds) {
  /** The trouble that is noted; empty where there is none. */
  static Optional<PictureTrouble> of(Delivery part) {
    Reason noted = part.sending().error();
    return noted != null && noted.code() == ReasonCode.PICTURE_TO_SAVE
        ? Optional.of(
            new PictureTrouble((Reason) noted.arguments().get(0), (Long) noted.arguments().get(1)))
        : Optional.empty();
  }

  /** The same where another round begins. */
  PictureTrouble begun() {
    return new PictureTrouble(why, rounds + 1);
  }

  /** As it is noted. */
  Reason note() {
    return Reason.of(ReasonCode.PICTURE_TO_SAVE, why, rounds);
  }
}
