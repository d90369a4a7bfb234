package kz.zharshy.language;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds which positions of a text are inside quotation marks. */
final class Quotes {
  /** A pair that is not closed on its own line does not count. */
  private static final Pattern QUOTED =
      Pattern.compile("«[^»\\n]{1,300}»|“[^”\\n]{1,300}”|„[^“”\\n]{1,300}[“”]|\"[^\"\\n]{1,300}\"");

  private final BitSet inside = new BitSet();
  private final boolean whole;

  Quotes(String text) {
    Matcher matcher = QUOTED.matcher(text);
    while (matcher.find()) {
      inside.set(matcher.start(), matcher.end());
    }
    whole = inside.cardinality() >= text.strip().length();
  }

  /** Whether a position is quoted; quotation marks around the whole text do not count. */
  boolean contain(int index) {
    return !whole && inside.get(index);
  }
}
