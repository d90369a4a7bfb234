package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.store.Ledger;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/**
 * Takes {@code old → new} without a command: in reply to anything that the bot said of an article,
 * or else for the one article of late in whose headline that is a typing error.
 */
record QuickCorrection(EditorContext context, Questions questions, Correction correction)
    implements MessageHandler {
  private static final Pattern NUMBER = Pattern.compile("(?:№|No\\.) ?([0-9]{1,12})");
  private static final Pattern DATA = Pattern.compile("(?:card|correct) ([0-9]{1,12})(?: .*)?");
  private static final int LATELY = 50;

  @Override
  public Optional<Reply> take(Request request) {
    Message message = request.message();
    if (message == null
        || !message.hasText()
        || request.forwarded()
        || request.words().contains("\n")
        || !request.requester().mayActAs(Role.EDITOR)) {
      return Optional.empty();
    }
    return Replacement.of(request.words())
        .flatMap(
            replacement ->
                meant(message.getReplyToMessage(), replacement, request)
                    .map(article -> replaced(article, replacement, request)));
  }

  private Optional<Article> meant(
      @Nullable Message replied, Replacement replacement, Request request) {
    if (replied != null) {
      return number(replied).flatMap(context.articles()::find);
    }
    if (!replacement.mendsATypingError() || isAsked(request)) {
      return Optional.empty();
    }
    List<Article> found =
        Stream.concat(
                context.database().ledger().latest(LATELY).stream()
                    .map(Ledger.Headline::articleId)
                    .flatMap(id -> context.articles().find(id).stream()),
                context.articles().waiting(LATELY).stream())
            .distinct()
            .filter(article -> isInHeadline(replacement, article))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Whether the words answer a question about an article. */
  private boolean isAsked(Request request) {
    return questions
        .open(request)
        .filter(open -> AnswerHandler.TAKEN.contains(open.kind()))
        .isPresent();
  }

  private static boolean isInHeadline(Replacement replacement, Article article) {
    return replacement
        .in(article.content())
        .filter(content -> !content.title().equals(article.content().title()))
        .isPresent();
  }

  /** Of which article a message of the bot's speaks: its buttons know, else its first number. */
  private static Optional<Long> number(Message message) {
    if (message.getFrom() == null || !message.getFrom().getIsBot()) {
      return Optional.empty();
    }
    Stream<String> buttons =
        message.getReplyMarkup() == null
            ? Stream.empty()
            : message.getReplyMarkup().getKeyboard().stream()
                .flatMap(List::stream)
                .map(InlineKeyboardButton::getCallbackData)
                .filter(Objects::nonNull);
    Optional<Long> known =
        buttons
            .map(DATA::matcher)
            .filter(Matcher::matches)
            .map(matcher -> Long.parseLong(matcher.group(1)))
            .findFirst();
    Matcher said = NUMBER.matcher(message.hasText() ? message.getText() : "");
    return known.isPresent() || !said.find() ? known : Optional.of(Long.parseLong(said.group(1)));
  }

  private Reply replaced(Article article, Replacement replacement, Request request) {
    context.note(request, "/correct %d %s".formatted(article.id(), request.words()));
    return correction.replaced(article, replacement, request);
  }
}
