package kz.zharshy.post;

import java.util.BitSet;
import java.util.List;

/**
 * A whole post, set but not yet cut into messages.
 *
 * @param spans its entities as they were written, in any order, possibly overlapping
 * @param heads offsets at which a heading ends: no part may end there
 * @param tail where what stands under the article begins; it stays together with the article's end
 */
record Galley(String text, List<Entity> spans, BitSet heads, int tail) {
  Galley {
    spans = List.copyOf(spans);
  }

  /** A text without headings and without a tail. */
  static Galley of(MarkedText marked) {
    String text = marked.text();
    return new Galley(text, marked.entities(), new BitSet(), text.length());
  }
}
