package kz.zharshy.chat.reader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.reader.Headlines.Turning;
import kz.zharshy.chat.reader.Sections.Section;
import kz.zharshy.language.Language;
import kz.zharshy.store.Archive.Entry;

/** {@code /latest [n] [section]}: the newest headlines, page by page. */
record LatestCommand(ReaderContext stand) implements Command {
  private static final int USUAL = 5;
  private static final int IN_A_GROUP = 3;
  private static final int MOST = 20;

  @Override
  public CommandInfo info() {
    return CommandInfo.of("latest", Role.READER).alsoInGroups();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    PageRequest page = PageRequest.of(request.words());
    if (page.words().isEmpty()) {
      return Reply.change(list(request, page, Optional.empty()));
    }
    Optional<Section> section = new Sections(stand.archive()).find(page.words());
    if (section.isEmpty()) {
      return Reply.change(noSuchSection(language));
    }
    return Reply.change(list(request, page, section));
  }

  private Answer list(Request request, PageRequest page, Optional<Section> section) {
    Language language = request.requester().language();
    int size = page.size() == 0 ? usual(request) : Math.min(MOST, page.size());
    Set<String> names = section.map(Section::names).orElse(Set.of());
    List<Entry> entries = stand.archive().latest(names, page.skip(), size + 1);
    if (entries.isEmpty()) {
      return Answer.of(stand.say(language, "latest.none"));
    }
    List<Entry> shown = entries.subList(0, Math.min(size, entries.size()));
    Answer.Writer answer =
        Answer.writer()
            .bold(section.map(Section::name).orElseGet(() -> stand.say(language, "latest.title")));
    new Headlines(stand).lines(answer, page, shown, request.requester(), entry -> {});
    if (page.size() > MOST) {
      answer.text("\n\n" + stand.say(language, "latest.most", MOST));
    }
    String words = " " + size + section.map(found -> " " + found.mark()).orElse("");
    boolean older = entries.size() > size && !page.isLast();
    Turning turning = new Turning(name(), page, size, words, older);
    return answer.done().with(new Headlines(stand).buttons(language, turning, shown));
  }

  private static int usual(Request request) {
    return request.privately() ? USUAL : IN_A_GROUP;
  }

  private Answer noSuchSection(Language language) {
    List<Section> all = new Sections(stand.archive()).all();
    return all.isEmpty()
        ? Answer.of(stand.say(language, "latest.usage"))
        : Answer.of(stand.say(language, "latest.no-section"))
            .with(SectionsCommand.buttons(all, "latest +0 5 "));
  }
}
