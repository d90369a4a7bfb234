package kz.zharshy.chat.reader;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.reader.Sections.Section;
import kz.zharshy.language.Language;

/** {@code /sections}: the sections as buttons. */
record SectionsCommand(ReaderContext stand) implements Command {
  /** More would be a wall; the others are found by name. */
  private static final int MOST = 30;

  private static final int IN_A_ROW = 2;

  @Override
  public CommandInfo info() {
    return CommandInfo.of("sections", Role.READER).alsoInGroups();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    List<Section> all = new Sections(stand.archive()).all();
    if (all.isEmpty()) {
      return Reply.change(Answer.of(stand.say(language, "sections.none")));
    }
    return Reply.change(
        Answer.of(stand.say(language, "sections")).with(buttons(all, "latest +0 5 ")));
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
