package kz.zharshy.source.page;

import java.util.regex.Pattern;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.Line;

/**
 * The line of a page that invites readers to the site's Telegram channel. Only a line that is
 * nothing but the invitation counts; a sentence that quotes one does not.
 */
final class FooterLine {
  private static final String TELEGRAM = "(?:telegram\\p{L}*|телеграм\\p{L}*|t\\.me|tg\\b|тг\\b)";

  private static final String ENGLISH =
      "(?:please )?(?:subscribe(?: to| for)?|follow|join|read)(?: (?:us|our|the|in|on|at|to|via|official"
          + "|news))*[ -]"
          + TELEGRAM
          + ".*";
  private static final String RUSSIAN =
      "(?:больше (?:\\p{L}+ ){0,3}?)?(?:подписывайтесь|подпишитесь|подписаться|подпишись|подписывайся|присоединяйтесь|читайте"
          + "|следите|вступайте|оставайтесь|будьте|узнавайте)(?: «?\\p{L}[\\p{L}\\d.»-]*+,?){0,6}?[ -]«?"
          + TELEGRAM
          + ".*";
  private static final String KAZAKH =
      "(?:біздің )?(?:ресми )?«?"
          + TELEGRAM
          + "[ –-]*(?:каналымыз|арнамыз|канал|арна)\\p{L}*\\b.*?(?:жазыл|қосыл|тіркел|оқы)\\p{L}*.*"
          + "|(?:жаңалықтар\\p{L}*|бізді|бізге)(?: \\p{L}+){0,5}? "
          + TELEGRAM
          + "(?:[ –-]\\p{L}+){0,4}? ?(?:жазыл|қосыл|тіркел|оқы|біл)\\p{L}*.*";
  private static final Pattern INVITATION =
      Pattern.compile(
          "[\\p{So}\\uFE0F\\s•👉📲]*(?:"
              + TELEGRAM
              + "[\\s:|•·–—-]+)?(?:"
              + ENGLISH
              + "|"
              + RUSSIAN
              + "|"
              + KAZAKH
              + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** What no invitation is without; most lines are told from one by this alone. */
  private static final Pattern CHANNEL =
      Pattern.compile(TELEGRAM + "|@|tg:", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern OWN =
      Pattern.compile(
          "\\b(?:our|us|наш\\p{L}*|нас|біздің|бізге|бізді|подпи\\p{L}*|subscribe|жазыл\\p{L}*)\\b"
              + "|(?:канал|арна)ымыз",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SECOND_SENTENCE = Pattern.compile("[.!?…]\\s+(?!t\\.me)\\p{L}");
  private static final int LONGEST = 300;
  private static final int LONGEST_BARE = 180;
  private static final int LONGEST_LABEL = 30;

  private FooterLine() {}

  /** Whether a line is an invitation to a Telegram channel and nothing else. */
  static boolean isInvitation(String line) {
    if (line.length() > LONGEST || !CHANNEL.matcher(line).find()) {
      return false;
    }
    String words = withoutAddresses(SubscribeFooter.withoutMarkup(line));
    return words.length() <= LONGEST_BARE
        && INVITATION.matcher(words).matches()
        && !SECOND_SENTENCE.matcher(words).find();
  }

  /** Whether an invitation speaks of the site's own channel, so that it cannot be the body's. */
  static boolean isOwnInvitation(String line) {
    return isInvitation(line) && (OWN.matcher(line).find() || !ChannelNames.in(line).isEmpty());
  }

  /** Whether a line holds nothing but a channel's address. */
  static boolean isAddress(String line) {
    var mentions = ChannelNames.in(line);
    return mentions.size() == 1
        && mentions.get(0).start() == 0
        && mentions.get(0).end() == line.length();
  }

  /** Whether a line is only the label of the Telegram icon. */
  static boolean isLabel(String line) {
    if (line.length() > LONGEST_LABEL) {
      return false;
    }
    String key = Line.key(line);
    return key.equals("telegram") || key.equals("телеграм");
  }

  private static String withoutAddresses(String text) {
    StringBuilder words = new StringBuilder();
    int from = 0;
    for (ChannelNames.Mention mention : ChannelNames.in(text)) {
      words.append(text, from, mention.start()).append("t.me");
      from = mention.end();
    }
    return CleanText.line(words.append(text, from, text.length()).toString());
  }
}
