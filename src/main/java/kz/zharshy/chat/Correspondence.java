package kz.zharshy.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.language.Phrases;
import kz.zharshy.queue.Ledger;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Reads what people write: finds out who asks, whether the bot is meant, and which command. Only
 * new messages written by a person count; an edited or forwarded one, or one in the name of a
 * channel or a group, asks nothing. Safe for use by several threads.
 */
public final class Correspondence implements UpdateHandler {
  private final String botName;
  private final Set<Long> owners;
  private final Set<String> channels;
  private final List<Command> commands;
  private final Ledger ledger;
  private final Phrases phrases = Phrases.of("chat");

  /**
   * What the bot answers with.
   *
   * @param botName the bot's user name without {@code @}
   * @param owners the user ids of those who may steer the bot
   * @param channels the names of the bot's channels without {@code @}
   * @param commands all of them, readers' and editors'
   */
  public Correspondence(
      String botName,
      Set<Long> owners,
      Set<String> channels,
      List<Command> commands,
      Ledger ledger) {
    this.botName = botName;
    this.owners = Set.copyOf(owners);
    this.channels =
        channels.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    this.commands = List.copyOf(commands);
    this.ledger = ledger;
  }

  @Override
  public Optional<SendMessage> handle(Update update) {
    note(update.getChannelPost());
    Message message = update.getMessage();
    if (message == null || !isFromPerson(message)) {
      return Optional.empty();
    }
    return answer(update.getUpdateId(), message).map(answer -> sending(answer, message));
  }

  /** A person's post takes a message id, too: what is known of the channel has to keep up. */
  private void note(@Nullable Message post) {
    String channel = post == null ? null : post.getChat().getUserName();
    if (post != null && channel != null && channels.contains(channel.toLowerCase(Locale.ROOT))) {
      ledger.saw(channel, post.getMessageId());
    }
  }

  private static boolean isFromPerson(Message message) {
    User from = message.getFrom();
    return from != null
        && !from.getIsBot()
        && message.getSenderChat() == null
        && message.getForwardOrigin() == null
        && message.getViaBot() == null;
  }

  private Optional<Answer> answer(long updateId, Message message) {
    Asker asker = asker(message.getFrom());
    Optional<CommandLine> line = CommandLine.of(text(message));
    if (!isMeant(message, line)) {
      return Optional.empty();
    }
    if (line.isPresent()) {
      return Optional.of(answer(updateId, message, asker, line.get()));
    }
    if (message.hasDocument()) {
      return Optional.of(file(updateId, message, asker));
    }
    return message.hasText() || message.hasPhoto() ? Optional.of(hint(asker)) : Optional.empty();
  }

  private Asker asker(User from) {
    long id = from.getId();
    return new Asker(id, Asker.languageOf(from.getLanguageCode()), owners.contains(id));
  }

  private static String text(Message message) {
    String text = message.getText() == null ? message.getCaption() : message.getText();
    return text == null ? "" : text;
  }

  /**
   * In a group the bot is meant only where it is named, or where the answer is to its own words.
   */
  private boolean isMeant(Message message, Optional<CommandLine> line) {
    String named = line.map(CommandLine::bot).orElse(null);
    if (named != null) {
      return named.equalsIgnoreCase(botName);
    }
    return message.isUserMessage() || (line.isPresent() && answersTheBot(message));
  }

  private boolean answersTheBot(Message message) {
    Message other = message.getReplyToMessage();
    return other != null
        && other.getFrom() != null
        && botName.equalsIgnoreCase(other.getFrom().getUserName());
  }

  private Answer answer(long updateId, Message message, Asker asker, CommandLine line) {
    Question question = question(updateId, asker, line.words(), message);
    return commands.stream()
        .filter(command -> isFor(command, asker, message))
        .filter(command -> command.name().equals(line.name()))
        .findFirst()
        .map(command -> command.answer(question))
        .orElseGet(() -> Answer.of(phrases.get(asker.language(), "unknown")));
  }

  private Answer file(long updateId, Message message, Asker asker) {
    Question question = question(updateId, asker, "", message);
    return commands.stream()
        .filter(command -> isFor(command, asker, message))
        .filter(Command::takesFiles)
        .findFirst()
        .map(command -> command.answer(question))
        .orElseGet(() -> hint(asker));
  }

  private static Question question(long updateId, Asker asker, String words, Message message) {
    boolean pictured = message.hasPhoto() || message.hasVideo() || message.hasAnimation();
    return new Question(
        updateId,
        asker,
        message.isUserMessage(),
        words,
        pictured ? null : message.getDocument(),
        pictured);
  }

  private static boolean isFor(Command command, Asker asker, Message message) {
    return switch (command.audience()) {
      case EVERYBODY -> true;
      case OWNERS -> asker.owner() && message.isUserMessage();
    };
  }

  private Answer hint(Asker asker) {
    String key = asker.owner() ? "hint.owner" : "hint";
    return Answer.of(phrases.get(asker.language(), key));
  }

  private static SendMessage sending(Answer answer, Message message) {
    SendMessage sending =
        SendMessage.builder()
            .chatId(message.getChatId())
            .text(answer.text())
            .entities(answer.entities())
            .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
            .build();
    if (!message.isUserMessage()) {
      sending.setReplyParameters(
          ReplyParameters.builder()
              .messageId(message.getMessageId())
              .allowSendingWithoutReply(true)
              .build());
      if (message.isTopicMessage()) {
        sending.setMessageThreadId(message.getMessageThreadId());
      }
    }
    return sending;
  }
}
