package kz.zharshy.chat.editor;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.ErrorEnds.Aside;

/**
 * {@code /status}: what runs, what waits and at what pace, what needs a person, the last error and
 * what to do about it; with buttons that lead there.
 */
final class StatusCommand implements Command {
  private static final int MOST_BUTTONS = 3;

  private final EditorContext context;
  private final StatusText text;

  StatusCommand(EditorContext context, RuntimeStatus engine) {
    this.context = context;
    this.text = new StatusText(context, engine);
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("status", Role.EDITOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    List<Delivery> doubts = doubts();
    return Reply.change(
        Answer.of(text.of(language, doubts.size())).with(buttons(language, doubts)));
  }

  /** What is under way is in no doubt yet. */
  private List<Delivery> doubts() {
    return context.database().ledger().inDoubt().stream()
        .filter(part -> part.state() == DeliveryState.UNKNOWN)
        .toList();
  }

  private Buttons buttons(Language language, List<Delivery> doubts) {
    Buttons buttons = Buttons.none();
    for (Delivery part : doubts.subList(0, Math.min(MOST_BUTTONS, doubts.size()))) {
      String number = Long.toString(part.articleId());
      buttons =
          buttons.row(
              Button.says(context.say(language, "status.there", number), "there " + number),
              Button.says(context.say(language, "status.again", number), "again " + number));
    }
    buttons = buttons.row(cards("❌", ArticleState.FAILED, language));
    buttons = buttons.row(cards("📝", ArticleState.REVIEW, language));
    for (Aside aside : context.database().errorEnds().all()) {
      String what = context.reason(language, aside.task().said());
      String label = context.say(language, "status.release", what);
      buttons = buttons.row(Button.says(label, "release " + aside.id()));
    }
    for (Channel channel : context.channels()) {
      if (context.timetables().isPaused(channel.name())) {
        String says = "resume @" + channel.name();
        buttons = buttons.row(Button.says("▶️ @" + channel.name(), says));
      }
    }
    return buttons.row(
        Button.says(context.say(language, "status.queue"), "queue"),
        Button.says(context.say(language, "status.fresh"), "status"));
  }

  private List<Button> cards(String sign, ArticleState state, Language language) {
    List<Button> cards = new ArrayList<>();
    for (Article article : context.articles().newest(state, MOST_BUTTONS)) {
      String number = Long.toString(article.id());
      String label = sign + " " + context.say(language, "why.title", number);
      cards.add(Button.says(label, "card " + number));
    }
    return cards;
  }
}
