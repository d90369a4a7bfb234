package kz.zharshy.post;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What lies over the letters of a text, for comparing. */
final class Covered {
  private Covered() {}

  /** Each letter with the kinds of entity over it; white space is left out. */
  static List<String> letters(MarkedText marked) {
    Map<String, BitSet> kinds = new TreeMap<>();
    for (Entity entity : marked.entities()) {
      kinds
          .computeIfAbsent(entity.type() + entity.url() + entity.language(), kind -> new BitSet())
          .set(entity.offset(), EntityNormalizer.end(entity));
    }
    String text = marked.text();
    return IntStream.range(0, text.length())
        .filter(i -> !Whitespace.isEmpty(text.charAt(i)))
        .mapToObj(i -> text.charAt(i) + kinds(kinds, i))
        .toList();
  }

  private static String kinds(Map<String, BitSet> kinds, int at) {
    StringBuilder over = new StringBuilder();
    kinds.forEach((kind, places) -> over.append(places.get(at) ? kind : ""));
    return over.toString();
  }
}
