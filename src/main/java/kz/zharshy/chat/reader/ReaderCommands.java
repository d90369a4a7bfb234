package kz.zharshy.chat.reader;

import java.util.List;
import java.util.Optional;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.UpdateRouter.InlineAnswers;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.store.Readers;

/**
 * What every reader can ask.
 *
 * @param search takes words that are no command
 * @param inline answers inline queries
 * @param readers where their wishes are kept
 */
public record ReaderCommands(
    List<Command> commands, MessageHandler search, InlineAnswers inline, Readers readers) {
  public ReaderCommands {
    commands = List.copyOf(commands);
  }

  public static ReaderCommands of(ReaderContext stand) {
    Phrases phrases = Phrases.of("chat/reader");
    ArticleCommand article = new ArticleCommand(stand, phrases);
    SearchCommand search = new SearchCommand(stand, phrases);
    return new ReaderCommands(
        List.of(
            new StartCommand(stand, phrases, article),
            new LatestCommand(stand, phrases),
            new TodayCommand(stand, phrases),
            search,
            new SectionsCommand(stand, phrases),
            article,
            new FollowCommand(stand, phrases, true),
            new FollowCommand(stand, phrases, false),
            new DigestCommand(stand, phrases),
            new LanguageCommand(stand, phrases),
            new MyCommand(stand, phrases),
            new ForgetCommand(stand, phrases)),
        search,
        new InlineCards(stand, phrases),
        stand.readers());
  }

  /** The language that a reader chose; empty where none was chosen. */
  public Optional<Language> language(long userId) {
    return readers.find(userId).map(Readers.Reader::language);
  }
}
