package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of Telegram channels in a text, in every notation that people and pages use. The
 * notations are those of <a href="https://core.telegram.org/api/links">Telegram's links</a>.
 */
final class ChannelNames {
  private static final String NAME = "[A-Za-z][A-Za-z0-9_]{3,31}(?![A-Za-z0-9_])";

  /** A link, or a name behind an at sign that is part of no e-mail address and of no domain. */
  private static final Pattern MENTION =
      Pattern.compile(
          "(?:(?:https?:)?//)?(?<![A-Za-z0-9_@.-])(?:www\\.)?(?:t\\.me|telegram\\.(?:me|dog))/+"
              + "(?:s/)?(?<path>"
              + NAME
              + ")?[^\\s\"'<>()\\[\\]«»]*"
              + "|https?://(?<sub>"
              + NAME
              + ")\\.t\\.me\\b[^\\s\"'<>()\\[\\]«»]*"
              + "|tg:/{0,2}resolve\\?(?:[^\\s\"'<>&]*&(?:amp;)?)?domain=(?<domain>"
              + NAME
              + ")[^\\s\"'<>()]*"
              + "|(?<![A-Za-z0-9_.@/%+-])@(?<at>"
              + NAME
              + ")(?![@-]|\\.[A-Za-z0-9])",
          Pattern.CASE_INSENSITIVE);

  /** First parts of t.me addresses that Telegram keeps for itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "joinchat addstickers addemoji addlist addtheme share proxy socks setlanguage login"
              .concat(" confirmphone invoice contact boost giftcode nft stars www")
              .split(" ", -1));

  private ChannelNames() {}

  /**
   * A channel's name where it stands in a text.
   *
   * @param name without {@code @}, in the letters' case of the text
   */
  record Mention(String name, int start, int end) {}

  /** Every mention in order, the same name as often as it stands there. */
  static List<Mention> in(String text) {
    List<Mention> mentions = new ArrayList<>();
    Matcher found = MENTION.matcher(text);
    while (found.find()) {
      String name = name(found);
      if (name != null && !RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
        mentions.add(new Mention(name, found.start(), endOf(text, found)));
      }
    }
    return mentions;
  }

  private static @Nullable String name(Matcher found) {
    for (String group : List.of("path", "sub", "domain", "at")) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    return null;
  }

  /** Punctuation behind an address belongs to the sentence. */
  private static int endOf(String text, Matcher found) {
    int end = found.end();
    while (".,;:!?…".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
