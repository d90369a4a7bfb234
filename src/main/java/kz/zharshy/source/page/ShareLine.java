package kz.zharshy.source.page;

import java.util.regex.Pattern;

/** The line above a page's share buttons, and the names on the buttons. */
final class ShareLine {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String NETWORK =
      "(?:facebook|фейсбук|twitter|твиттер|x|telegram|телеграм\\p{L}*|whats\\s?app|ватсап|viber"
          + "|вайбер|vk|vkontakte|вк|вконтакте|ok|одноклассники|instagram|инстаграм|linkedin"
          + "|threads|tiktok|youtube|мой мир|mail\\.ru|e-?mail|print|печать|басып шығару"
          + "|copy link|copy|копировать(?: ссылку)?|скопировать(?: ссылку)?|сілтемені көшіру)";
  private static final String WORDS =
      "(?:share(?: (?:this|it|on|with|via|the|article|post|news|story|page|link|friends|your))*"
          + "|(?:поделиться|поделитесь|поделись)(?: (?:с|в|во|этой|новостью|статьёй|статьей|ссылкой"
          + "|друзьями|соцсетях|социальных|сетях|материалом|публикацией))*"
          + "|(?:(?:достарыңызбен|әлеуметтік|желіде|желілерде|жаңалықпен|мақаламен|сілтемемен) )*"
          + "(?:бөлісу|бөлісіңіз|бөлісіңіздер))";
  private static final String ICONS = "[\\p{So}\\uFE0F\\s•|,/·-]*+";
  private static final Pattern NETWORKS =
      Pattern.compile(ICONS + NETWORK + "(?:[\\s•|,/·-]+" + NETWORK + ")*" + ICONS, FLAGS);
  private static final Pattern SHARE =
      Pattern.compile(
          ICONS
              + WORDS
              + "(?:\\s*(?<colon>[:：])"
              + ICONS
              + "|[\\s!.…]*)(?<networks>"
              + NETWORK
              + "(?:[\\s•|,/·-]+"
              + NETWORK
              + ")*)?"
              + ICONS,
          FLAGS);
  private static final int LONGEST = 120;

  private ShareLine() {}

  /** Whether a line is nothing but an invitation to share, where no other meaning is possible. */
  static boolean isShare(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    var found = SHARE.matcher(line);
    return found.matches() && (found.group("colon") != null || found.group("networks") != null);
  }

  /** Whether a line at a page's end is an invitation to share; it may then lack its colon. */
  static boolean mayBeShare(String line) {
    return line.length() <= LONGEST && SHARE.matcher(line).matches();
  }

  /** Whether a line holds nothing but names of networks. */
  static boolean isNetworks(String line) {
    return line.length() <= LONGEST && NETWORKS.matcher(line).matches();
  }
}
