package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.source.CleanText;

/**
 * The invitation to a Telegram channel at the foot of a site's pages.
 *
 * @param text the sentence for readers, without the icon's label before it and without the address
 * @param channel the name of the channel, without {@code @}
 */
public record SubscribeFooter(String text, String channel) {
  private static final Pattern MARKDOWN_LINK =
      Pattern.compile("!?\\[([^\\[\\]]*)\\]\\(\\s*<?([^()\\s>]++)>?[^()]*+\\)");
  private static final Pattern HTML_LINK =
      Pattern.compile(
          "<a\\b[^<>]*?\\bhref\\s*=\\s*[\"']?([^\"'\\s<>]+)[^<>]*>([^<]*+(?:<(?!/?a\\b)[^<]*+){0,50}+)</a>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern LABEL =
      Pattern.compile(
          "^[\\p{So}\\uFE0F\\s]*(?i:telegram|телеграмм?)(?:\\s*[:|•·–—-]+\\s+|\\s*[:|]\\s*|\\s+)"
              + "(?=\\p{Lu})(?!(?iu:telegram[ -]?)?(?iu:канал|арна|channel))");

  /** Words that lead up to a name; without it they would hang in the air. */
  private static final Pattern LEADS_UP =
      Pattern.compile(
          "(?:.*\\s)?(?:to|at|on|in|via|by|is|на|в|во|по|через|это|к)|\\S+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private static final String SENTENCE_ENDS = ".!?…:;–—-|(,<>»\"";

  /**
   * Reads a footer, plain or with its link in Markdown or HTML.
   *
   * @throws IllegalArgumentException if it names no channel, or more than one
   */
  public static SubscribeFooter parse(String footer) {
    List<String> channels = channelsIn(footer);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException(
          "The footer names no channel. Put the channel's address into it, such as"
              + " https://t.me/example_news or @example_news.");
    }
    if (channels.size() > 1) {
      throw new IllegalArgumentException(
          "The footer names more than one channel ("
              + String.join(", ", channels)
              + "). Leave only the one that articles are to go to.");
    }
    return new SubscribeFooter(sentence(footer, channels.get(0)), channels.get(0));
  }

  /**
   * The channels named in a text, each once, in order: {@code https://t.me/NAME}, {@code
   * t.me/NAME}, {@code @NAME}, {@code tg://resolve?domain=NAME}, plain or inside markup. Invitation
   * links and e-mail addresses name none.
   */
  public static List<String> channelsIn(String text) {
    List<String> names = new ArrayList<>();
    for (ChannelNames.Mention mention : ChannelNames.in(text)) {
      if (names.stream().noneMatch(mention.name()::equalsIgnoreCase)) {
        names.add(mention.name());
      }
    }
    return names;
  }

  /** The text with each link of Markdown or HTML written as its words and its address. */
  static String withoutMarkup(String text) {
    String plain = MARKDOWN_LINK.matcher(text).replaceAll("$1 $2");
    plain = HTML_LINK.matcher(plain).replaceAll("$2 $1");
    return TAG.matcher(plain).replaceAll(" ");
  }

  /** The text without the label of the Telegram icon, where a sentence follows it. */
  static String withoutLabel(String text) {
    Matcher label = LABEL.matcher(text);
    return label.find() ? text.substring(label.end()) : text;
  }

  private static String sentence(String footer, String channel) {
    String words = MARKDOWN_LINK.matcher(footer).replaceAll("$1");
    words = TAG.matcher(HTML_LINK.matcher(words).replaceAll("$2")).replaceAll(" ");
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (ChannelNames.Mention mention : ChannelNames.in(words)) {
      text.append(words, from, mention.start());
      from = mention.end();
      if (isPartOfSentence(text.toString(), words.substring(from))) {
        text.append('@').append(mention.name());
      }
    }
    text.append(words, from, words.length());
    String sentence = tidy(withoutLabel(text.toString()));
    return sentence.isEmpty() ? "@" + channel : sentence;
  }

  /** An address at the end of a footer can go; one that the sentence needs cannot. */
  private static boolean isPartOfSentence(String before, String after) {
    String head = CleanText.strip(before);
    if (head.isEmpty()) {
      return false;
    }
    boolean wordsFollow = after.codePoints().anyMatch(Character::isLetterOrDigit);
    boolean isOver = SENTENCE_ENDS.indexOf(head.charAt(head.length() - 1)) >= 0;
    return wordsFollow || (!isOver && LEADS_UP.matcher(head).matches());
  }

  private static String tidy(String text) {
    String line =
        CleanText.line(text).replaceAll("\\(\\s*\\)", "").replaceAll(" +([.,!?…:;])", "$1");
    int end = line.length();
    while (end > 0 && ":;–—-|(<, ".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return CleanText.strip(line.substring(0, end));
  }
}
