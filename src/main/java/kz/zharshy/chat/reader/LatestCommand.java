package kz.zharshy.chat.reader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.reader.Headlines.Turning;
import kz.zharshy.chat.reader.Sections.Section;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.store.Archive.Entry;

/** {@code /latest [n] [section]}: the newest headlines, page by page. */
final class LatestCommand extends ReaderCommand {
  private static final int USUAL = 5;
  private static final int IN_A_GROUP = 3;
  private static final int MOST = 20;

  private final ReaderContext stand;
  private final Phrases phrases;
  private final Headlines headlines;
  private final Sections sections;

  LatestCommand(ReaderContext stand, Phrases phrases) {
    super(reader("latest").alsoInGroups());
    this.stand = stand;
    this.phrases = phrases;
    this.headlines = new Headlines(stand, phrases);
    this.sections = new Sections(stand.archive());
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    PageRequest page = PageRequest.of(request.words());
    if (page.words().isEmpty()) {
      return Reply.change(list(request, page, Optional.empty()));
    }
    Optional<Section> section = sections.find(page.words());
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
      return Answer.of(phrases.get(language, "latest.none"));
    }
    List<Entry> shown = entries.subList(0, Math.min(size, entries.size()));
    Answer.Writer answer =
        Answer.writer()
            .bold(
                section.map(Section::name).orElseGet(() -> phrases.get(language, "latest.title")));
    headlines.lines(answer, page, shown, request.requester(), entry -> {});
    if (page.size() > MOST) {
      answer.text("\n\n" + phrases.get(language, "latest.most", MOST));
    }
    String words = " " + size + section.map(found -> " " + found.mark()).orElse("");
    boolean older = entries.size() > size && !page.isLast();
    Turning turning = new Turning(name(), page, size, words, older);
    return answer.done().with(headlines.buttons(language, turning, shown));
  }

  private static int usual(Request request) {
    return request.privately() ? USUAL : IN_A_GROUP;
  }

  private Answer noSuchSection(Language language) {
    List<Section> all = sections.all();
    return all.isEmpty()
        ? Answer.of(phrases.get(language, "latest.usage"))
        : Answer.of(phrases.get(language, "latest.no-section"))
            .with(SectionsCommand.buttons(all, "latest +0 5 "));
  }
}
