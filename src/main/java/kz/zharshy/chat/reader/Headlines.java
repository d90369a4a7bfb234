package kz.zharshy.chat.reader;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.store.Archive.Entry;
import org.jspecify.annotations.Nullable;

/** Lists of headlines: numbered links, a button for each that opens it, and the way to more. */
final class Headlines {
  /** A row of five is wide enough to be hit by a thumb. */
  private static final int IN_A_ROW = 5;

  private final ReaderContext stand;
  private final Phrases phrases;
  private final DateWords dates = new DateWords();

  Headlines(ReaderContext stand, Phrases phrases) {
    this.stand = stand;
    this.phrases = phrases;
  }

  /** The headline as a link, and when it came out. */
  void line(Answer.Writer answer, int number, Entry entry, Language language, ZoneId zone) {
    answer
        .text(number + ". ")
        .link(HeadlineText.line(entry.title()), address(entry))
        .text("\n" + told(entry, language, zone));
  }

  /** When it came out, and in which section. */
  String told(Entry entry, Language language, ZoneId zone) {
    String time =
        dates.spoken(language, LocalDateTime.ofInstant(entry.at(), zone), stand.today(zone));
    return entry.section() == null ? time : time + " · " + HeadlineText.line(entry.section());
  }

  /** The post, else the page at the site, else the article in the chat with the bot. */
  String address(Entry entry) {
    if (entry.channel() != null) {
      return "https://t.me/" + entry.channel() + "/" + entry.messageId();
    }
    String source = entry.sourceUrl();
    return source == null ? stand.deepLink(entry.articleId()) : source;
  }

  /** A button for each article; {@code back} is the command that shows this list again. */
  Buttons numbers(List<Long> articles, int first, String back) {
    Buttons buttons = Buttons.none();
    List<Button> row = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      row.add(Button.says(Integer.toString(first + i), open(articles.get(i), back)));
      if (row.size() == IN_A_ROW || i == articles.size() - 1) {
        buttons = buttons.row(row);
        row = new ArrayList<>();
      }
    }
    return buttons;
  }

  /** The command that opens an article in place of a list, with the way back if it fits. */
  static String open(long article, String back) {
    String command = ("article " + article + " < " + back).strip();
    return Button.fits(command) ? command : "article " + article + " <";
  }

  /** The row that turns pages; either may be null. */
  List<Button> turns(Language language, @Nullable String newer, @Nullable String older) {
    List<Button> row = new ArrayList<>();
    if (newer != null) {
      row.add(Button.says(phrases.get(language, "newer"), newer));
    }
    if (older != null) {
      row.add(Button.says(phrases.get(language, "older"), older));
    }
    return row;
  }
}
