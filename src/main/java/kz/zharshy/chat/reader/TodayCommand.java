package kz.zharshy.chat.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.reader.Headlines.Turning;
import kz.zharshy.language.Language;
import kz.zharshy.store.Archive.Entry;

/** {@code /today}: what came out since midnight. */
record TodayCommand(ReaderContext stand) implements Command {
  private static final int PAGE = 10;

  /** More than any newsroom writes in a day. */
  private static final int MOST = 500;

  @Override
  public CommandInfo info() {
    return CommandInfo.of("today", Role.READER).alsoInGroups();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    ZoneId zone = stand.zoneOf(request.requester());
    PageRequest page = PageRequest.of(request.words());
    List<Entry> all = today(zone);
    if (page.skip() >= all.size()) {
      return Reply.change(Answer.of(stand.say(language, "today.none")));
    }
    List<Entry> shown = all.subList(page.skip(), Math.min(all.size(), page.skip() + PAGE));
    Answer.Writer answer = Answer.writer().bold(stand.count(language, "today.title", all.size()));
    new Headlines(stand).lines(answer, page, shown, request.requester(), entry -> {});
    boolean older = page.skip() + PAGE < all.size();
    Turning turning = new Turning(name(), page, PAGE, "", older);
    return Reply.change(answer.done().with(new Headlines(stand).buttons(language, turning, shown)));
  }

  private List<Entry> today(ZoneId zone) {
    LocalDate today = stand.today(zone);
    Instant from = today.atStartOfDay(zone).toInstant();
    return stand.archive().between(from, today.plusDays(1).atStartOfDay(zone).toInstant(), MOST);
  }
}
