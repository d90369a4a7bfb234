package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.language.Language;

/** The buttons of one article's card. */
final class Keys {
  private static final List<String> LABELS =
      List.of(
          "key.now",
          "key.time",
          "key.turn",
          "key.edit",
          "key.preview",
          "key.keep",
          "key.drop",
          "key.ask",
          "key.approve",
          "key.changes",
          "key.reject",
          "key.up",
          "key.down",
          "key.hold",
          "key.release",
          "key.undo",
          "key.again",
          "key.withdraw",
          "key.withdrawnow");

  private final Desk desk;
  private final Language language;
  private final long article;

  Keys(Desk desk, Language language, long article) {
    this.desk = desk;
    this.language = language;
    this.article = article;
  }

  /** The button of an action, which says {@code /card 12 ACTION}. */
  Button of(String action) {
    String label = "key." + action;
    if (!LABELS.contains(label)) {
      throw new IllegalArgumentException("A card has no button for " + action + ".");
    }
    return says(desk.say(language, label), action);
  }

  Button says(String label, String action) {
    return Button.says(label, "card " + article + " " + action);
  }

  Button opens(String link) {
    return Button.opens(desk.say(language, "key.open"), link);
  }
}
