package kz.zharshy.article;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import kz.zharshy.article.ReasonCode.Argument;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.language.Visible;

/**
 * Puts reasons into words. For log and terminal a code may have a phrase of its own in English, by
 * the code with {@code .log} behind it: it tells details that people in a chat are spared. Safe for
 * use by several threads.
 */
public final class ReasonText {
  private static final Phrases PHRASES = Phrases.of("article");
  private static final DateWords DATES = new DateWords();

  private final ZoneId zone;

  /** {@code zone}: in which moments are told. */
  public ReasonText(ZoneId zone) {
    this.zone = zone;
  }

  /** The reason in a person's language. */
  public String in(Language language, Reason reason) {
    return said(language, reason.code().text(), reason, argument -> told(language, argument));
  }

  /** The reason in English for log and terminal: with every detail, moments in UTC. */
  public static String forLog(Reason reason) {
    String key = reason.code().text() + ".log";
    return PHRASES.has(Language.EN, key)
        ? PHRASES.get(Language.EN, key, arguments(reason, ReasonText::logged))
        : said(Language.EN, reason.code().text(), reason, ReasonText::logged);
  }

  /** How an argument is told. */
  private interface Telling {
    String of(Object argument);
  }

  private static String said(Language language, String key, Reason reason, Telling telling) {
    Object[] arguments = arguments(reason, telling);
    int count = reason.code().arguments().indexOf(Argument.COUNT);
    return count < 0
        ? PHRASES.get(language, key, arguments)
        : PHRASES.count(language, key, (Long) reason.arguments().get(count), arguments);
  }

  private static Object[] arguments(Reason reason, Telling telling) {
    return reason.arguments().stream().map(telling::of).toArray();
  }

  private String told(Language language, Object argument) {
    if (argument instanceof Reason reason) {
      return in(language, reason);
    }
    if (argument instanceof Instant moment) {
      return DATES.dateTime(language, LocalDateTime.ofInstant(moment, zone));
    }
    return argument instanceof List<?> reasons
        ? lines(reasons, reason -> told(language, reason))
        : argument.toString();
  }

  private static String logged(Object argument) {
    if (argument instanceof Reason reason) {
      return forLog(reason);
    }
    return argument instanceof List<?> reasons
        ? lines(reasons, ReasonText::logged)
        : Visible.line(argument.toString());
  }

  private static String lines(List<?> reasons, Telling telling) {
    return reasons.stream().map(telling::of).collect(Collectors.joining("\n"));
  }
}
