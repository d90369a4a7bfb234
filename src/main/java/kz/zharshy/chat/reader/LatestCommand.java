package kz.zharshy.chat.reader;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.queue.Ledger;
import kz.zharshy.queue.Ledger.Headline;

/** {@code /latest [n]}: the newest headlines with links to their posts. */
final class LatestCommand implements Command {
  private static final int USUAL = 5;
  private static final int MOST = 20;
  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]*");

  private final Phrases phrases;
  private final Ledger ledger;
  private final Clock clock;
  private final ZoneId zone;
  private final DateWords dates = new DateWords();

  LatestCommand(Phrases phrases, Ledger ledger, Clock clock, ZoneId zone) {
    this.phrases = phrases;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "latest";
  }

  @Override
  public Role audience() {
    return Role.READER;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    String wanted = question.words();
    if (wanted.isEmpty()) {
      return list(language, USUAL, false);
    }
    if (!NUMBER.matcher(wanted).matches()) {
      return Reply.say(phrases.get(language, "latest.number", MOST));
    }
    boolean tooMany = new BigInteger(wanted).compareTo(BigInteger.valueOf(MOST)) > 0;
    return list(language, tooMany ? MOST : Integer.parseInt(wanted), tooMany);
  }

  private Reply list(Language language, int wanted, boolean tooMany) {
    List<Headline> headlines = ledger.latest(wanted);
    if (headlines.isEmpty()) {
      return Reply.say(phrases.get(language, "latest.none"));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Answer.Writer answer = Answer.writer().bold(phrases.get(language, "latest.title"));
    for (Headline headline : headlines) {
      LocalDateTime at = LocalDateTime.ofInstant(headline.at(), zone);
      answer
          .text("\n\n")
          .link(HeadlineText.line(headline.title()), address(headline))
          .text("\n" + dates.spoken(language, at, today));
    }
    if (tooMany) {
      answer.text("\n\n" + phrases.get(language, "latest.most", MOST));
    }
    return Reply.say(answer.done());
  }

  private static String address(Headline headline) {
    return "https://t.me/" + headline.channel() + "/" + headline.messageId();
  }
}
