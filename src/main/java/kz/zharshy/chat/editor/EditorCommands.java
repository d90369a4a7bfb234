package kz.zharshy.chat.editor;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Taker;
import kz.zharshy.chat.reason.Reasons;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.source.ArticleReader;
import kz.zharshy.telegram.BotApi;

/**
 * What only the newsroom can do, and what others bring to it.
 *
 * @param takers what becomes of a message that is no command
 */
public record EditorCommands(List<Command> commands, List<Taker> takers) {
  private static final int SECRET_BYTES = 18;

  public EditorCommands {
    commands = List.copyOf(commands);
    takers = List.copyOf(takers);
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
      Desk desk,
      DoubtSettler settler,
      BotApi api,
      ArticlePages pages,
      String botName,
      LongFunction<Optional<Language>> languages,
      EngineRoom engine) {
    Phrases phrases = Phrases.of("chat/editor");
    Questions questions = new Questions(desk);
    Card card = new Card(desk);
    Review review = new Review(desk, card, questions, new Letters(languages));
    TimePicker times = new TimePicker(desk, questions);
    Correction correction = new Correction(desk, card, questions);
    Editing editing = new Editing(desk, card, questions, correction);
    Pinning pinning = new Pinning(desk, card, times, questions);
    CardCommand cards = new CardCommand(desk, card, times, review, editing, pinning);
    ArticleFile files =
        new ArticleFile(phrases, api, new ArticleReader(desk.zone()), new Reasons(desk.zone()));
    Intake intake = new Intake(desk, card, files, pages);
    PostCommand post = new PostCommand(phrases, desk, files, questions, intake);
    SuggestCommand suggest = new SuggestCommand(desk, review, questions, botName);
    return new EditorCommands(
        List.of(
            post,
            cards,
            new QueueCommand(desk),
            correction,
            new StatusCommand(desk, engine),
            new StatsCommand(desk),
            new WhyCommand(desk),
            new SlotsCommand(desk),
            new PauseCommand(desk, true),
            new PauseCommand(desk, false),
            new TeamCommand(desk, botName, secrets()),
            new AuditCommand(desk),
            suggest,
            new SettleCommand(phrases, settler, true),
            new SettleCommand(phrases, settler, false)),
        List.of(
            suggest,
            new QuickCorrection(desk, questions, correction),
            new AnswerTaker(desk, questions, cards, times, review, intake, editing, pinning),
            intake,
            post));
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
