package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/** The buttons of one article's card. */
final class CardButtons {
  private static final List<String> LABELS =
      List.of(
          ("key.now key.time key.turn key.edit key.preview key.keep key.drop key.ask"
                  + " key.approve key.changes key.reject key.up key.down key.hold key.release"
                  + " key.undo key.again key.pin key.unpin key.withdraw key.withdrawnow key.headline"
                  + " key.text key.section key.language key.silent key.loud")
              .split(" ", -1));

  private final EditorContext context;
  private final Language language;
  private final long article;
  private final @Nullable String seen;

  /** Buttons that do what they say whatever became of the article. */
  CardButtons(EditorContext context, Language language, long article) {
    this(context, language, article, null);
  }

  private CardButtons(
      EditorContext context, Language language, long article, @Nullable String seen) {
    this.context = context;
    this.language = language;
    this.article = article;
    this.seen = seen;
  }

  /** Buttons that are for the article as it is now: once it has changed they come too late. */
  static CardButtons asShown(EditorContext context, Language language, Article article) {
    return new CardButtons(context, language, article.id(), CardVersion.of(article));
  }

  /** The button of an action, which says {@code /card 12 ACTION}. */
  Button of(String action) {
    String label = "key." + action;
    if (!LABELS.contains(label)) {
      throw new IllegalArgumentException("A card has no button for " + action + ".");
    }
    return says(context.say(language, label), action);
  }

  Button says(String label, String action) {
    String command = "card " + article + " " + action;
    return seen == null || CardRules.looks(action)
        ? Button.says(label, command)
        : Button.says(label, command, seen);
  }

  Button opens(String link) {
    return Button.opens(context.say(language, "key.open"), link);
  }
}
