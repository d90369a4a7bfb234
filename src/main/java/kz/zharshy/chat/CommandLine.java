package kz.zharshy.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that begins with a command: {@code /name words} or {@code /name@bot words}, or {@code
 * /name_12}, which is {@code /name 12}.
 *
 * @param name in lower case
 * @param bot whom it is addressed to, or null where nobody is named
 * @param words what stands behind, without white space around it
 */
record CommandLine(String name, @Nullable String bot, String words) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "/([\\p{L}\\p{N}_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);

  /** Telegram makes a command tappable as one word only, so its number comes with it. */
  private static final Pattern TAPPED = Pattern.compile("([a-z]+)_([0-9]{1,12})");

  /** The command of a text; empty where it has none. */
  static Optional<CommandLine> of(String text) {
    Matcher matcher = SHAPE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String words = matcher.group(3) == null ? "" : matcher.group(3).strip();
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    Matcher tapped = TAPPED.matcher(name);
    if (tapped.matches()) {
      words = (tapped.group(2) + " " + words).strip();
      name = tapped.group(1);
    }
    return Optional.of(new CommandLine(name, matcher.group(2), words));
  }
}
