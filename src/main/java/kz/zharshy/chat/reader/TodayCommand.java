package kz.zharshy.chat.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
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
    Page page = Page.of(request.words());
    List<Entry> all = today(zone);
    if (page.skip() >= all.size()) {
      return Reply.change(Answer.of(phrases.get(language, "today.none")));
    }
    List<Entry> shown = all.subList(page.skip(), Math.min(all.size(), page.skip() + PAGE));
    Answer.Writer answer = Answer.writer().bold(phrases.count(language, "today.title", all.size()));
    for (int i = 0; i < shown.size(); i++) {
      answer.text("\n\n");
      headlines.line(answer, page.skip() + i + 1, shown.get(i), language, zone);
    }
    String newer = page.skip() == 0 ? null : "today " + page.turned(-PAGE);
    String older = page.skip() + PAGE < all.size() ? "today " + page.turned(PAGE) : null;
    List<Long> ids = shown.stream().map(Entry::articleId).toList();
    return Reply.change(
        answer
            .done()
            .with(
                headlines
                    .numbers(ids, page.skip() + 1, "today " + page.turned(0))
                    .row(headlines.turns(language, newer, older))));
  }

  private List<Entry> today(ZoneId zone) {
    LocalDate today = stand.today(zone);
    Instant from = today.atStartOfDay(zone).toInstant();
    return stand.archive().between(from, today.plusDays(1).atStartOfDay(zone).toInstant(), MOST);
  }
}
