package kz.zharshy.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.telegram.ApiCall;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Reads what people write and press: finds out who asks, whether the bot is meant, and for whom it
 * is. Safe for use by several threads.
 */
public final class UpdateRouter implements UpdateHandler {
  /** Answers inline queries: {@code @BOT words}, in any chat. Safe for use by several threads. */
  @FunctionalInterface
  public interface InlineAnswers {
    /**
     * The answer to a query.
     *
     * @throws kz.zharshy.store.StoreException if the database cannot be read now
     */
    ApiCall<Boolean> answer(InlineQuery query, Requester requester);
  }

  /**
   * Is told of everything that is asked for and that not everybody may do. Implementations are safe
   * for several threads.
   */
  public interface Auditor {
    /**
     * Notes it; the same question may come again after a crash.
     *
     * @param who the person's name in Telegram
     * @param deed what was asked, as it could have been typed
     * @param let whether the person might; otherwise nothing happened
     * @throws kz.zharshy.store.StoreException if the database cannot do it now
     */
    void asked(Request request, String who, String deed, boolean let);
  }

  private static final Set<String> IN_A_GROUP = Set.of("member", "administrator", "restricted");
  private static final Pattern LATIN = Pattern.compile("[a-z0-9_]+");

  private final String botName;
  private final PeopleDirectory people;
  private final CommandList commands;
  private final List<MessageHandler> messageHandlers;
  private final List<UpdateListener> listeners;
  private final Auditor auditor;
  private final InlineAnswers inline;
  private final ReaderRateLimit fairUse;
  private final Phrases phrases = Phrases.of("chat");

  /**
   * A router for one bot.
   *
   * @param botName the bot's user name without {@code @}
   * @param repertoire what the bot answers with
   * @param listeners told of every update
   * @param auditor told of everything that is for the newsroom only
   * @param fairUse knows who has asked too much
   */
  public UpdateRouter(
      String botName,
      PeopleDirectory people,
      Repertoire repertoire,
      List<UpdateListener> listeners,
      Auditor auditor,
      ReaderRateLimit fairUse) {
    this.botName = botName;
    this.people = people;
    this.commands = repertoire.commands();
    this.messageHandlers = repertoire.messageHandlers();
    this.listeners = List.copyOf(listeners);
    this.auditor = auditor;
    this.inline = repertoire.inline();
    this.fairUse = fairUse;
  }

  /**
   * All that the bot can answer.
   *
   * @param commands readers' and editors'
   * @param messageHandlers asked in this order for what is no command
   * @param inline answers inline queries
   */
  public record Repertoire(
      CommandList commands, List<MessageHandler> messageHandlers, InlineAnswers inline) {
    public Repertoire {
      messageHandlers = List.copyOf(messageHandlers);
    }
  }

  @Override
  public List<OutgoingCall> handle(Update update) {
    listeners.forEach(updateListener -> updateListener.sees(update));
    InlineQuery query = update.getInlineQuery();
    if (query != null) {
      return List.of(OutgoingCall.uncounted(inline.answer(query, requester(query.getFrom()))));
    }
    if (update.getMyChatMember() != null) {
      return greeting(update.getMyChatMember());
    }
    return Incoming.of(update)
        .map(incoming -> OutgoingCalls.of(reply(update.getUpdateId(), incoming), incoming))
        .orElse(List.of());
  }

  /** In a group to which the bot was added. */
  private List<OutgoingCall> greeting(ChatMemberUpdated change) {
    boolean added =
        !change.getChat().isUserChat()
            && !change.getChat().isChannelChat()
            && !IN_A_GROUP.contains(change.getOldChatMember().getStatus())
            && IN_A_GROUP.contains(change.getNewChatMember().getStatus());
    Language language = requester(change.getFrom()).language();
    return added
        ? List.of(
            OutgoingCall.of(
                change.getChat().getId(), Answer.of(phrases.get(language, "group.hello", botName))))
        : List.of();
  }

  private Reply reply(long updateId, Incoming incoming) {
    return switch (fairUse.of(updateId)) {
      case ANSWER -> answer(updateId, incoming);
      case TELL -> tooMuch(incoming);
      case RELEASE, NOTHING -> Reply.none();
    };
  }

  private Reply tooMuch(Incoming incoming) {
    String words = phrases.get(requester(incoming.from()).language(), "too-much");
    return incoming.pressed() == null
        ? Reply.say(words)
        : new Reply(List.of(new ReplyAction.Show(words, false)));
  }

  private Reply answer(long updateId, Incoming incoming) {
    Optional<CommandLine> line =
        incoming.command().filter(this::isCommand).or(() -> mention(incoming));
    if (!isMeant(incoming, line)) {
      return Reply.none();
    }
    Requester requester = requester(incoming.from());
    String words = line.map(CommandLine::words).orElse(incoming.text());
    Request request =
        new Request(
            updateId,
            requester,
            incoming.chat(),
            incoming.privately(),
            words,
            incoming.message(),
            incoming.pressed());
    return line.isPresent() ? command(line.get(), request, name(incoming.from())) : other(request);
  }

  /** A word in other letters that is no command's name is looked for, whatever stands before it. */
  private boolean isCommand(CommandLine line) {
    return LATIN.matcher(line.name()).matches() || commands.find(line.name()).isPresent();
  }

  /** In a group, words behind the bot's name are looked for. */
  private Optional<CommandLine> mention(Incoming incoming) {
    String name = "@" + botName;
    boolean named =
        incoming.message() != null
            && !incoming.privately()
            && incoming.text().regionMatches(true, 0, name + " ", 0, name.length() + 1);
    return named
        ? Optional.of(
            new CommandLine("search", botName, incoming.text().substring(name.length()).strip()))
        : Optional.empty();
  }

  private Requester requester(User from) {
    long id = from.getId();
    Language language =
        people.language(id).orElseGet(() -> Requester.languageOf(from.getLanguageCode()));
    return new Requester(id, language, people.role(id));
  }

  /**
   * In a group the bot is meant only where it is named, or where the answer is to its own words.
   */
  private boolean isMeant(Incoming incoming, Optional<CommandLine> line) {
    Message message = incoming.message();
    if (message == null) {
      return true;
    }
    String named = line.map(CommandLine::bot).orElse(null);
    if (named != null) {
      return named.equalsIgnoreCase(botName);
    }
    return incoming.privately() || (line.isPresent() && answersTheBot(message));
  }

  private boolean answersTheBot(Message message) {
    Message other = message.getReplyToMessage();
    return other != null
        && other.getFrom() != null
        && botName.equalsIgnoreCase(other.getFrom().getUserName());
  }

  private Reply command(CommandLine line, Request request, String who) {
    Optional<Command> named = commands.find(line.name());
    if (named.isEmpty()) {
      return unknown(line, request);
    }
    Role needed = named.get().needed(request);
    if (needed == Role.READER) {
      return named.get().answer(request);
    }
    boolean seen = request.privately() || request.pressed() != null;
    boolean let = request.requester().mayActAs(needed);
    auditor.asked(request, who, ("/" + line.name() + " " + line.words()).strip(), let);
    return let && seen ? named.get().answer(request) : unknown(line, request);
  }

  private static String name(User from) {
    String last = from.getLastName() == null ? "" : " " + from.getLastName();
    return (from.getFirstName() + last).strip();
  }

  /** A forged button, or an old one of somebody who may do no more, tells nothing. */
  private Reply unknown(CommandLine line, Request request) {
    if (request.pressed() != null) {
      return Reply.none();
    }
    Language language = request.requester().language();
    Role role = request.privately() ? request.requester().role() : Role.READER;
    return commands
        .nearest(line.name(), role)
        .map(name -> Reply.say(offered(language, name, line.words())))
        .orElseGet(() -> Reply.say(phrases.get(language, "unknown")));
  }

  private Answer offered(Language language, String name, String words) {
    String whole = (name + " " + words).strip();
    String said = Button.fits(whole) ? whole : name;
    return Answer.of(phrases.get(language, "unknown.nearest", name))
        .with(Buttons.none().row(Button.says("/" + said, said)));
  }

  private Reply other(Request request) {
    return messageHandlers.stream()
        .flatMap(messageHandler -> messageHandler.take(request).stream())
        .findFirst()
        .orElseGet(() -> hint(request));
  }

  private Reply hint(Request request) {
    Message message = request.message();
    if (message == null
        || request.forwarded()
        || !(message.hasText() || message.hasPhoto() || message.hasDocument() || speaks(message))) {
      return Reply.none();
    }
    String key = request.requester().mayActAs(Role.EDITOR) ? "hint.owner" : "hint";
    return Reply.say(phrases.get(request.requester().language(), key));
  }

  private static boolean speaks(Message message) {
    return message.hasVoice()
        || message.hasAudio()
        || message.hasVideo()
        || message.hasVideoNote()
        || message.hasLocation()
        || message.hasContact();
  }
}
