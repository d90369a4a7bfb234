package kz.zharshy.sandbox.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds mentions, hashtags, cashtags and commands in a text. */
final class TagFinder {
  private static final Set<String> SHORT_NAMES = Set.of("gif", "vid", "pic");
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_COMMAND = 64;
  private static final int LONGEST_HASHTAG = 256;
  private static final int LONGEST_CASHTAG = 8;

  private final String text;
  private final List<Entity> found = new ArrayList<>();

  TagFinder(String text) {
    this.text = text;
  }

  List<Entity> find() {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '@' -> mention(i);
        case '/' -> command(i);
        case '#' -> hashtag(i);
        case '$' -> cashtag(i);
        default -> {
          // Nothing else begins a tag.
        }
      }
    }
    return found;
  }

  private void add(EntityType type, int begin, int end) {
    found.add(Entity.of(type, begin, end - begin));
  }

  private int nameEnd(int from) {
    int end = from;
    while (Letters.isName(Letters.at(text, end))) {
      end++;
    }
    return end;
  }

  private void mention(int begin) {
    if (Letters.isWord(Letters.before(text, begin))) {
      return;
    }
    int end = nameEnd(begin + 1);
    String name = text.substring(begin + 1, end);
    boolean known = name.length() >= 4 || SHORT_NAMES.contains(name.toLowerCase(Locale.ROOT));
    if (known && name.length() <= LONGEST_NAME && !Letters.isWord(Letters.at(text, end))) {
      add(EntityType.MENTION, begin, end);
    }
  }

  private static boolean bars(int code) {
    return Letters.isWord(code) || code == '/' || code == '<' || code == '>';
  }

  private void command(int begin) {
    int end = nameEnd(begin + 1);
    int length = end - begin - 1;
    if (bars(Letters.before(text, begin)) || length < 1 || length > LONGEST_COMMAND) {
      return;
    }
    if (Letters.at(text, end) == '@') {
      int nameEnd = nameEnd(end + 1);
      int name = nameEnd - end - 1;
      if (name < 3 || name > LONGEST_NAME) {
        return;
      }
      end = nameEnd;
    }
    if (!bars(Letters.at(text, end))) {
      add(EntityType.BOT_COMMAND, begin, end);
    }
  }

  private void hashtag(int begin) {
    if (Letters.isTag(Letters.before(text, begin))) {
      return;
    }
    boolean letter = false;
    int size = 0;
    int end = begin + 1;
    int kept = end;
    while (Letters.isTag(Letters.at(text, end))) {
      int code = text.codePointAt(end);
      end += Character.charCount(code);
      if (size < LONGEST_HASHTAG) {
        size++;
        kept = end;
        letter |= Letters.isLetter(code);
      }
    }
    int whole = kept == end ? withName(end) : kept;
    if (letter && Letters.at(text, Math.max(end, whole)) != '#') {
      add(EntityType.HASHTAG, begin, whole);
    }
  }

  /** A tag can be tied to a channel: {@code #tag@channel}. */
  private int withName(int end) {
    if (Letters.at(text, end) != '@') {
      return end;
    }
    int name = Math.min(nameEnd(end + 1) - end - 1, LONGEST_NAME);
    return name >= 3 ? end + 1 + name : end;
  }

  private void cashtag(int begin) {
    int before = Letters.before(text, begin);
    if (Letters.isTag(before) || before == '$') {
      return;
    }
    int end = begin + 1;
    if (text.startsWith("1INCH", end)) {
      end += 5;
    } else {
      while (Letters.at(text, end) >= 'A' && Letters.at(text, end) <= 'Z') {
        end++;
      }
    }
    int length = end - begin - 1;
    int name = nameEnd(end + 1) - end - 1;
    int whole = name <= LONGEST_NAME ? withName(end) : end;
    int next = Letters.at(text, whole);
    if (length >= 1 && length <= LONGEST_CASHTAG && !Letters.isTag(next) && next != '$') {
      add(EntityType.CASHTAG, begin, whole);
    }
  }
}
