package kz.zharshy.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that begins with a command: {@code /name words} or {@code /name@bot words}.
 *
 * @param name in lower case
 * @param bot whom it is addressed to, or null where nobody is named
 * @param words what stands behind, without white space around it
 */
record CommandLine(String name, @Nullable String bot, String words) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);

  /** The command of a text; empty where it has none. */
  static Optional<CommandLine> of(String text) {
    Matcher matcher = SHAPE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String words = matcher.group(3) == null ? "" : matcher.group(3).strip();
    return Optional.of(
        new CommandLine(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), words));
  }
}
