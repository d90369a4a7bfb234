package kz.zharshy.sandbox.text;

import java.util.ArrayList;
import java.util.List;

/** What Telegram does to a text and its entities before it keeps them. */
public final class TextRules {
  private static final int MOST_GIVEN = 100;
  private static final int FARTHEST = 1_000_000;

  /** Spaces of many widths, and an object that is not there. */
  private static final String SPACES =
      " \n\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202e"
          + "\u202f\u205f\u2800\u3000\ufffc";

  private static final String WIDTHLESS = "\u200b\u200c\u200d\u200e\u200f\ufeff";

  private TextRules() {}

  /**
   * The text as Telegram keeps it, cleaned and trimmed, with the entities that it keeps of those
   * given and those that it finds by itself.
   *
   * @return an empty text where nothing but white space is left
   * @throws TextException with Telegram's words where it refuses
   */
  public static FormattedText keep(String raw, List<Entity> given) {
    given.forEach(TextRules::checkNumbers);
    List<Entity> wanted =
        given.stream().filter(each -> each.length() > 0 && !each.type().isFound()).toList();
    FormattedText clean = TextCleaner.clean(raw, EntityFixer.fix(wanted));
    List<Entity> filled = clean.entities().stream().filter(each -> each.length() > 0).toList();
    FormattedText trimmed = trim(clean.text(), EntityFixer.fix(filled));
    if (showsNothing(trimmed.text())) {
      return new FormattedText("", List.of());
    }
    return new FormattedText(
        trimmed.text(), EntityFixer.merge(atMost(trimmed.entities()), found(trimmed.text())));
  }

  /** What Telegram finds by itself in a text. */
  static List<Entity> found(String text) {
    List<Entity> found = new ArrayList<>(new TagFinder(text).find());
    found.addAll(new CardFinder(text).find());
    found.addAll(new UrlFinder(text).find());
    return EntityFixer.withoutOverlap(EntityFixer.sorted(found));
  }

  private static void checkNumbers(Entity entity) {
    if (entity.offset() < 0 || entity.offset() > FARTHEST) {
      throw new TextException("Receive an entity with incorrect offset " + entity.offset());
    }
    if (entity.length() < 0 || entity.length() > FARTHEST) {
      throw new TextException("Receive an entity with incorrect length " + entity.length());
    }
  }

  /** White space at the start stays if an entity begins with it. */
  private static FormattedText trim(String text, List<Entity> entities) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    List<Entity> kept = new ArrayList<>();
    for (Entity entity : entities) {
      if (entity.offset() < end) {
        kept.add(entity.between(entity.offset(), Math.min(entity.end(), end)));
      }
    }
    int begin = 0;
    int first = kept.isEmpty() ? end : kept.get(0).offset();
    while (begin < first && isBlank(text.charAt(begin))) {
      begin++;
    }
    int left = begin;
    return new FormattedText(
        text.substring(begin, end),
        EntityFixer.sorted(kept.stream().map(each -> each.movedBy(-left)).toList()));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }

  /** If there are too many, links, quotes and code are kept first, then styles. */
  private static List<Entity> atMost(List<Entity> entities) {
    List<Entity> kept = new ArrayList<>();
    for (boolean style : new boolean[] {false, true}) {
      for (Entity entity : entities) {
        boolean emoji = entity.type() == EntityType.CUSTOM_EMOJI;
        if (entity.type().isStyle() == style && (emoji || kept.size() < MOST_GIVEN)) {
          kept.add(entity);
        }
      }
    }
    return EntityFixer.sorted(kept);
  }

  /** Whether no character of the text is visible. */
  private static boolean showsNothing(String text) {
    return text.codePoints().allMatch(TextRules::isUnseen);
  }

  private static boolean isUnseen(int code) {
    return SPACES.indexOf(code) >= 0
        || WIDTHLESS.indexOf(code) >= 0
        || (code >= 0xe0000 && code <= 0xe007f);
  }
}
