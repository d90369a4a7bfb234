package kz.zharshy.chat.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
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
import kz.zharshy.store.ArticleQueue.HistoryLine;
import org.jspecify.annotations.Nullable;

/** {@code /why 12}: all that happened to an article, in words. */
record HistoryCommand(EditorContext context) implements Command {
  private static final int ROOM = 3000;
  private static final int LONGEST = 400;
  private static final List<String> EVENTS =
      List.of(
          ("event.added event.changed event.planned event.moved event.draft event.review"
                  + " event.queued event.publishing event.published event.held event.failed"
                  + " event.withdrawn event.sending event.sent event.not-sent event.refused"
                  + " event.unknown event.send-again event.another-way event.split event.pin"
                  + " event.unpin event.pinned event.unpinned event.not-pinned event.not-unpinned"
                  + " event.links event.linked event.not-linked event.correcting event.corrected"
                  + " event.not-corrected event.deleted event.gone")
              .split(" ", -1));

  private static final List<Object> ONLY_PART = List.of(1L, 1L);

  @Override
  public CommandInfo info() {
    return CommandInfo.of("why", Role.EDITOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Optional<Article> article =
        request.words().matches("[0-9]{1,12}")
            ? context.articles().find(Long.parseLong(request.words()))
            : Optional.empty();
    if (article.isEmpty()) {
      return Reply.say(context.say(language, "why.how"));
    }
    Answer.Writer text =
        Answer.writer()
            .text(context.say(language, "why.title", request.words()) + " ")
            .bold(HeadlineText.line(article.get().content().title()));
    List<String> lines =
        context.articles().history(article.get().id()).stream()
            .map(line -> told(line, language))
            .toList();
    for (String line : fitting(lines, language)) {
      text.text("\n" + line);
    }
    String label = context.say(language, "why.card", request.words());
    String says = "card " + request.words();
    return Reply.say(text.done().with(Buttons.none().row(Button.says(label, says))));
  }

  /** Of a long history its beginning and its end, which tells how things stand. */
  private List<String> fitting(List<String> lines, Language language) {
    int room = ROOM;
    int kept = 0;
    while (kept < lines.size() && room > lines.get(lines.size() - 1 - kept).length()) {
      room -= lines.get(lines.size() - 1 - kept).length() + 1;
      kept++;
    }
    if (kept == lines.size()) {
      return lines;
    }
    List<String> told = new ArrayList<>(List.of(lines.get(0)));
    told.add(context.count(language, "why.more", lines.size() - 1 - kept));
    told.addAll(lines.subList(lines.size() - kept, lines.size()));
    return told;
  }

  private String told(HistoryLine line, Language language) {
    String key = "event." + line.event().replace(' ', '-');
    String event = EVENTS.contains(key) ? context.say(language, key) : line.event();
    String detail =
        told(line.detail()).map(reason -> ": " + context.reason(language, reason)).orElse("");
    String all =
        context.say(
            language,
            "why.line",
            context.when(language, line.at()),
            context.name(line.actor(), language),
            event + detail);
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
  }

  /** Where a post has one part only, nobody needs to know which. */
  private static Optional<Reason> told(@Nullable Reason detail) {
    if (detail == null
        || !detail
            .arguments()
            .subList(0, Math.min(2, detail.arguments().size()))
            .equals(ONLY_PART)) {
      return Optional.ofNullable(detail);
    }
    return switch (detail.code()) {
      case PART -> Optional.empty();
      case PART_MORE -> Optional.of((Reason) detail.arguments().get(2));
      default -> Optional.of(detail);
    };
  }
}
