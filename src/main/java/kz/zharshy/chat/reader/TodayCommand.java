package kz.zharshy.chat.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.reader.Headlines.Turning;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.store.Archive.Entry;

/** {@code /today}: what came out since midnight. */
final class TodayCommand extends ReaderCommand {
  private static final int PAGE = 10;

  /** More than any newsroom writes in a day. */
  private static final int MOST = 500;

  private final ReaderContext stand;
  private final Phrases phrases;
  private final Headlines headlines;

  TodayCommand(ReaderContext stand, Phrases phrases) {
    super(reader("today").alsoInGroups());
    this.stand = stand;
    this.phrases = phrases;
    this.headlines = new Headlines(stand, phrases);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    ZoneId zone = stand.zoneOf(request.requester());
    PageRequest page = PageRequest.of(request.words());
    List<Entry> all = today(zone);
    if (page.skip() >= all.size()) {
      return Reply.change(Answer.of(phrases.get(language, "today.none")));
    }
    List<Entry> shown = all.subList(page.skip(), Math.min(all.size(), page.skip() + PAGE));
    Answer.Writer answer = Answer.writer().bold(phrases.count(language, "today.title", all.size()));
    headlines.lines(answer, page, shown, request.requester(), entry -> {});
    boolean older = page.skip() + PAGE < all.size();
    Turning turning = new Turning(name(), page, PAGE, "", older);
    return Reply.change(answer.done().with(headlines.buttons(language, turning, shown)));
  }

  private List<Entry> today(ZoneId zone) {
    LocalDate today = stand.today(zone);
    Instant from = today.atStartOfDay(zone).toInstant();
    return stand.archive().between(from, today.plusDays(1).atStartOfDay(zone).toInstant(), MOST);
  }
}
