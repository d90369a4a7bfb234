package kz.zharshy.chat.reader;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Requester;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.store.Archive.Entry;

/** Lists of headlines: numbered links, a button for each that opens it, and the way to more. */
record Headlines(ReaderContext stand) {
  /** A row of five is wide enough to be hit by a thumb. */
  private static final int IN_A_ROW = 5;

  private static final DateWords DATES = new DateWords();

  /**
   * Which part of a list is shown, and how one comes to its other parts.
   *
   * @param command shows the list
   * @param words what stands behind the command and the page's number; empty or begins with a space
   * @param older whether there is a further page
   */
  record Turning(String command, PageRequest page, int size, String words, boolean older) {
    private String to(int by) {
      return command + " " + page.turned(by) + words;
    }
  }

  /** Writes the headlines as links, each with its time; {@code below} may add to each. */
  void lines(
      Answer.Writer answer,
      PageRequest page,
      List<Entry> entries,
      Requester requester,
      Consumer<Entry> below) {
    ZoneId zone = stand.zoneOf(requester);
    int number = page.skip();
    for (Entry entry : entries) {
      number++;
      answer
          .text("\n\n" + number + ". ")
          .link(HeadlineText.line(entry.title()), address(entry))
          .text("\n" + told(entry, requester.language(), zone));
      below.accept(entry);
    }
  }

  /** A button for each article, and a row that turns pages where a button has room to say so. */
  Buttons buttons(Language language, Turning turning, List<Entry> entries) {
    List<Long> ids = entries.stream().map(Entry::articleId).toList();
    Buttons numbers = numbers(ids, turning.page().skip() + 1, turning.to(0));
    if (!Button.fits(turning.command() + " +100" + turning.words())) {
      return numbers;
    }
    List<Button> row = new ArrayList<>();
    if (turning.page().skip() > 0) {
      row.add(Button.says(stand.say(language, "newer"), turning.to(-turning.size())));
    }
    if (turning.older()) {
      row.add(Button.says(stand.say(language, "older"), turning.to(turning.size())));
    }
    return numbers.row(row);
  }

  /** When it came out, and in which section. */
  String told(Entry entry, Language language, ZoneId zone) {
    String time =
        DATES.spoken(language, LocalDateTime.ofInstant(entry.at(), zone), stand.today(zone));
    return entry.section() == null ? time : time + " · " + HeadlineText.line(entry.section());
  }

  /** The post, else the page at the site, else the article in the chat with the bot. */
  String address(Entry entry) {
    String address = entry.where().address();
    return address == null ? stand.deepLink(entry.articleId()) : address;
  }

  /** A button for each article; {@code back} is the command that shows this list again. */
  private static Buttons numbers(List<Long> articles, int first, String back) {
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
}
