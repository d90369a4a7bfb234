package kz.zharshy.chat.reader;

import java.util.List;
import java.util.Optional;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.UpdateRouter.InlineAnswers;
import kz.zharshy.language.Language;
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
    ArticleCommand article = new ArticleCommand(stand);
    SearchCommand search = new SearchCommand(stand);
    return new ReaderCommands(
        List.of(
            new StartCommand(stand, article),
            new LatestCommand(stand),
            new TodayCommand(stand),
            search,
            new SectionsCommand(stand),
            article,
            new FollowCommand(stand, true),
            new FollowCommand(stand, false),
            new DigestCommand(stand),
            new LanguageCommand(stand),
            new MyCommand(stand),
            new ForgetCommand(stand)),
        search,
        new InlineCards(stand),
        stand.readers());
  }

  /** The language that a reader chose; empty where none was chosen. */
  public Optional<Language> language(long userId) {
    return readers.find(userId).map(Readers.Reader::language);
  }
}
