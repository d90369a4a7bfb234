package kz.zharshy.publish;

import kz.zharshy.post.PostPart;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Delivery.PlannedPart;
import kz.zharshy.telegram.PostPartCodec;

/** Parts as the ledger keeps them. */
final class Frozen {
  private Frozen() {}

  static PlannedPart part(PostPart part) {
    PostPartCodec.Stored stored = PostPartCodec.store(part);
    return new PlannedPart(stored.kind(), stored.text());
  }

  /** The part of a row. Throws {@link kz.zharshy.post.PostException} if it cannot be read. */
  static PostPart part(Delivery row) {
    return part(row.planned());
  }

  static PostPart part(PlannedPart planned) {
    return PostPartCodec.read(new PostPartCodec.Stored(planned.method(), planned.payload()));
  }
}
