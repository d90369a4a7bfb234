package kz.zharshy.chat.reader;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.reader.Sections.Section;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/** {@code /sections}: the sections as buttons. */
final class SectionsCommand extends ReaderCommand {
  /** More would be a wall; the others are found by name. */
  private static final int MOST = 30;

  private static final int IN_A_ROW = 2;

  private final Phrases phrases;
  private final Sections sections;

  SectionsCommand(ReaderContext stand, Phrases phrases) {
    super(reader("sections").alsoInGroups());
    this.phrases = phrases;
    this.sections = new Sections(stand.archive());
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    List<Section> all = sections.all();
    if (all.isEmpty()) {
      return Reply.change(Answer.of(phrases.get(language, "sections.none")));
    }
    return Reply.change(
        Answer.of(phrases.get(language, "sections")).with(buttons(all, "latest +0 5 ")));
  }

  /** A button for each section, which says this command with its mark. */
  static Buttons buttons(List<Section> sections, String command) {
    Buttons buttons = Buttons.none();
    List<Button> row = new ArrayList<>();
    for (Section section : sections.subList(0, Math.min(MOST, sections.size()))) {
      row.add(Button.says(HeadlineText.line(section.name()), command + section.mark()));
      if (row.size() == IN_A_ROW) {
        buttons = buttons.row(row);
        row = new ArrayList<>();
      }
    }
    return buttons.row(row);
  }
}
