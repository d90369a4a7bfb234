package kz.zharshy.post;

import java.util.BitSet;
import java.util.List;

/**
 * A whole post, set but not yet cut into messages.
 *
 * @param spans its entities as they were written, in any order, possibly overlapping
 * @param heads offsets at which a heading ends: no part may end there
 * @param tail where what stands under the article begins; it stays together with the article's end
 * @param buttons the rows of buttons below the last message
 */
record PostText(
    String text, List<Entity> spans, BitSet heads, int tail, List<List<Button>> buttons) {
  PostText {
    spans = List.copyOf(spans);
    buttons = List.copyOf(buttons);
  }

  /** A galley without buttons. */
  PostText(String text, List<Entity> spans, BitSet heads, int tail) {
    this(text, spans, heads, tail, List.of());
  }

  PostText withButtons(List<List<Button>> rows) {
    return new PostText(text, spans, heads, tail, rows);
  }

  static PostText of(MarkedText marked) {
    String text = marked.text();
    return new PostText(text, marked.entities(), new BitSet(), text.length());
  }
}
