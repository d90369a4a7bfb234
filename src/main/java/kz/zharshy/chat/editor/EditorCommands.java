package kz.zharshy.chat.editor;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import kz.zharshy.article.ReasonText;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.telegram.BotApi;

/**
 * What only the newsroom can do, and what others bring to it.
 *
 * @param messageHandlers what becomes of a message that is no command
 */
public record EditorCommands(List<Command> commands, List<MessageHandler> messageHandlers) {
  private static final int SECRET_BYTES = 18;

  public EditorCommands {
    commands = List.copyOf(commands);
    messageHandlers = List.copyOf(messageHandlers);
  }

  /**
   * All of them.
   *
   * @param pages fetches the pages whose addresses editors send
   * @param botName the bot's user name without {@code @}
   * @param languages the languages that people chose, by their user id
   * @param engine the running program
   */
  public static EditorCommands of(
      EditorContext context,
      DoubtSettler settler,
      BotApi api,
      ArticlePages pages,
      String botName,
      LongFunction<Optional<Language>> languages,
      RuntimeStatus engine) {
    Phrases phrases = Phrases.of("chat/editor");
    Questions questions = new Questions(context);
    Card card = new Card(context);
    Review review = new Review(context, card, questions, new StaffMessages(languages));
    TimePicker times = new TimePicker(context, questions);
    Correction correction = new Correction(context, card, questions);
    Editing editing = new Editing(context, card, questions, correction);
    Pinning pinning = new Pinning(context, card, times, questions);
    CardDialogues dialogues = new CardDialogues(times, review, editing, pinning);
    CardCommand cards = new CardCommand(context, card, dialogues);
    ArticleReader reader = new ArticleReader(context.zone());
    ArticleFile files = new ArticleFile(phrases, api, reader, new ReasonText(context.zone()));
    Reception reception = new Reception(context, card, correction);
    Intake intake = new Intake(context, card, reception, files, pages, reader);
    PostCommand post = new PostCommand(context, files, questions, intake, reception);
    SuggestCommand suggest = new SuggestCommand(context, review, questions, botName);
    return new EditorCommands(
        List.of(
            post,
            cards,
            new WaitingListCommand(context),
            correction,
            new StatusCommand(context, engine),
            new StatsCommand(context),
            new HistoryCommand(context),
            new SlotsCommand(context),
            new PauseCommand(context, true),
            new PauseCommand(context, false),
            new TeamCommand(context, botName, secrets()),
            new AuditCommand(context),
            suggest,
            new ReleaseCommand(context),
            new SettleCommand(phrases, settler, true),
            new SettleCommand(phrases, settler, false)),
        List.of(
            suggest,
            new QuickCorrection(context, questions, correction),
            new AnswerHandler(context, questions, cards, intake, dialogues),
            intake));
  }

  /** 144 bits of chance, in the letters that the Bot API allows in a start link. */
  private static Supplier<String> secrets() {
    SecureRandom chance = new SecureRandom();
    return () -> {
      byte[] bytes = new byte[SECRET_BYTES];
      chance.nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    };
  }
}
