package kz.zharshy.chat.editor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;

/** {@code /queue}: what goes out next and when, each with a button that opens its card. */
record WaitingListCommand(EditorContext context) implements Command {
  private static final int SHOWN = 10;
  private static final int KEYS_A_ROW = 5;

  @Override
  public CommandInfo info() {
    return CommandInfo.of("queue", Role.EDITOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    List<Map.Entry<Long, Instant>> order = new ArrayList<>();
    for (Channel channel : context.channels()) {
      order.addAll(context.forecast(channel.name()).entrySet());
    }
    order.sort(Map.Entry.comparingByValue());
    if (order.isEmpty()) {
      return Reply.change(Answer.of(context.say(language, "queue.none")));
    }
    Answer.Writer text =
        Answer.writer().bold(context.count(language, "queue.waiting", order.size()));
    List<Button> keys = new ArrayList<>();
    for (Map.Entry<Long, Instant> place : order.subList(0, Math.min(SHOWN, order.size()))) {
      Optional<Article> article = context.articles().find(place.getKey());
      if (article.isPresent()) {
        text.text("\n\n" + line(article.get(), place.getValue(), language));
        String id = Long.toString(place.getKey());
        keys.add(Button.says("№ " + id, "card " + id + " show"));
      }
    }
    if (order.size() > SHOWN) {
      text.text("\n\n" + context.count(language, "more", order.size() - SHOWN));
    }
    Instant last = order.get(order.size() - 1).getValue();
    boolean allPaused =
        context.channels().stream().allMatch(each -> context.timetables().isPaused(each.name()));
    text.text("\n\n");
    text.text(
        allPaused
            ? context.count(language, "queue.stands", order.size())
            : context.count(language, "queue.last", order.size(), context.when(language, last)));
    return Reply.change(text.done().with(rows(keys)));
  }

  private String line(Article article, Instant at, Language language) {
    return context.say(
        language,
        "queue.line",
        Long.toString(article.id()),
        HeadlineText.line(article.content().title()),
        context.channel(article).name(),
        when(article, at, language));
  }

  private String when(Article article, Instant at, Language language) {
    if (context.timetables().isPaused(context.channel(article).name())) {
      return context.say(language, "queue.paused");
    }
    return article.state() == ArticleState.PUBLISHING || !at.isAfter(context.now())
        ? context.say(language, "queue.now")
        : context.when(language, at);
  }

  private static Buttons rows(List<Button> keys) {
    Buttons buttons = Buttons.none();
    for (int from = 0; from < keys.size(); from += KEYS_A_ROW) {
      buttons = buttons.row(keys.subList(from, Math.min(from + KEYS_A_ROW, keys.size())));
    }
    return buttons;
  }
}
