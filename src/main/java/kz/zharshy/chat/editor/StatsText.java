package kz.zharshy.chat.editor;

import java.util.List;
import java.util.stream.Collectors;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.store.Statistics;
import kz.zharshy.store.Statistics.Audience;
import kz.zharshy.store.Statistics.Changes;
import kz.zharshy.store.Statistics.Missed;
import kz.zharshy.store.Statistics.Post;

/**
 * The statistics of a period in words, few enough to stand below a picture.
 *
 * @param channel empty for all of them
 */
record StatsText(EditorContext context, StatsPeriod period, String channel, Language language) {
  private static final int BEST = 3;
  private static final int MISSED = 5;
  private static final int LONGEST_TITLE = 60;
  private static final DateWords DATES = new DateWords();

  Answer.Writer of(StatsTally tally) {
    Answer.Writer text = Answer.writer().text("📊 ").bold(days());
    text.text("\n" + (channel.isEmpty() ? context.say(language, "stats.all") : "@" + channel));
    posts(text, tally);
    best(text, tally);
    readers(text);
    searches(text);
    return text;
  }

  private String days() {
    String last = DATES.date(language, period.last());
    return period.first().equals(period.last())
        ? last
        : DATES.date(language, period.first()) + " – " + last;
  }

  private void posts(Answer.Writer text, StatsTally tally) {
    text.text("\n\n" + context.count(language, "stats.posts", tally.posts()));
    Changes changes =
        statistics().changes(period.from(context.zone()), period.until(context.zone()), channel);
    if (changes.corrections() > 0) {
      text.text("\n" + context.count(language, "stats.corrections", changes.corrections()));
    }
    if (changes.withdrawals() > 0) {
      text.text("\n" + context.count(language, "stats.withdrawals", changes.withdrawals()));
    }
    text.text("\n" + context.count(language, "stats.reactions", tally.reactions()));
    if (tally.posts() > 1 && tally.reactions() > 0) {
      long each = Math.round((double) tally.reactions() / tally.posts());
      text.text(context.say(language, "stats.each", Long.toString(each)));
    }
    List<Integer> hours = tally.bestHours(BEST);
    if (!hours.isEmpty()) {
      String named = hours.stream().map("%02d:00"::formatted).collect(Collectors.joining(", "));
      text.text("\n" + context.say(language, "stats.hours", named));
    }
  }

  private void best(Answer.Writer text, StatsTally tally) {
    String gap = "\n\n";
    for (Post post : tally.best(BEST)) {
      String brief = brief(HeadlineText.line(post.title()));
      text.text(gap + "❤️ " + post.reactions() + " · ");
      text.link(brief, "https://t.me/%s/%d".formatted(post.channel(), post.messageId()));
      gap = "\n";
    }
  }

  /** Three have to find room below a picture, so a long one ends at a word. */
  private static String brief(String title) {
    if (title.length() <= LONGEST_TITLE) {
      return title;
    }
    int space = title.lastIndexOf(' ', LONGEST_TITLE);
    int end = space > 0 ? space : title.offsetByCodePoints(0, LONGEST_TITLE / 2);
    return title.substring(0, end) + "…";
  }

  private void readers(Answer.Writer text) {
    Audience audience =
        statistics().audience(period.from(context.zone()), period.until(context.zone()));
    text.text(
        "\n\n"
            + context.say(
                language,
                "stats.readers",
                Integer.toString(audience.known()),
                Integer.toString(audience.fresh()),
                Integer.toString(audience.subscribed())));
  }

  private void searches(Answer.Writer text) {
    int misses = statistics().misses(period.first(), period.last());
    if (misses == 0) {
      return;
    }
    text.text("\n" + context.count(language, "stats.missed", misses));
    String gap = ": ";
    for (Missed missed : statistics().missedWords(period.first(), period.last(), MISSED)) {
      String word = "%s (%d)".formatted(missed.words(), missed.times());
      if (text.hasRoomInCaption(gap.length() + word.length())) {
        text.text(gap + word);
        gap = ", ";
      }
    }
  }

  private Statistics statistics() {
    return context.database().statistics();
  }
}
