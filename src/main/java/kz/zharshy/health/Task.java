package kz.zharshy.health;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;

/**
 * Something to be worked on that an error may come from.
 *
 * @param name a number, an address or a file's name; of a long one the beginning and a hash
 */
public record Task(Kind kind, String name) {
  private static final int LONGEST = 250;
  private static final int HASH = 9;

  /** What is worked on. The codes are stored. */
  public enum Kind {
    ARTICLE,
    UPDATE,
    FEED,
    PICTURE,
    /** In the inbox. */
    FILE,
    /** An article on its way into the search index. */
    INDEX,
    /** An article on its way to those who follow it. */
    FOLLOWERS;

    /** As it is stored, and shown to the engineer on call. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code. */
    public static Optional<Kind> ofCode(String code) {
      return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  public Task {
    if (name.length() > LONGEST) {
      name = name.substring(0, LONGEST - HASH) + "…" + Integer.toHexString(name.hashCode());
    }
  }

  /** Of what has a number. */
  public static Task of(Kind kind, long number) {
    return new Task(kind, Long.toString(number));
  }

  /** It in words. */
  public Reason said() {
    return Reason.of(
        switch (kind) {
          case ARTICLE -> ReasonCode.TASK_ARTICLE;
          case UPDATE -> ReasonCode.TASK_UPDATE;
          case FEED -> ReasonCode.TASK_FEED;
          case PICTURE -> ReasonCode.TASK_PICTURE;
          case FILE -> ReasonCode.TASK_FILE;
          case INDEX -> ReasonCode.TASK_INDEX;
          case FOLLOWERS -> ReasonCode.TASK_FOLLOWERS;
        },
        name);
  }

  /** As it stands in the file of what is at work. */
  static Optional<Task> read(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? Optional.empty()
        : Kind.ofCode(text.substring(0, space))
            .map(kind -> new Task(kind, text.substring(space + 1)));
  }

  @Override
  public String toString() {
    return kind.code() + " " + name;
  }
}
