package kz.zharshy.chat.reader;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.queue.Readers.Follow;
import kz.zharshy.queue.Readers.Reader;

/** {@code /my}: everything that is kept of a reader. */
final class MyCommand extends ReaderCommand {
  private final Newsstand stand;
  private final Phrases phrases;
  private final Wishes wishes;
  private final DateWords dates = new DateWords();

  MyCommand(Newsstand stand, Phrases phrases) {
    super("my");
    this.stand = stand;
    this.phrases = phrases;
    this.wishes = new Wishes(phrases);
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    if (!question.privately()) {
      return Reply.say(phrases.get(language, "privately", stand.botName()));
    }
    long user = question.asker().userId();
    Optional<Reader> reader = stand.readers().find(user);
    int waiting = stand.readers().waiting(user);
    return Reply.change(
        reader
            .map(known -> told(language, known, stand.readers().follows(user), waiting))
            .orElseGet(() -> Answer.of(phrases.get(language, "my.nothing"))));
  }

  private Answer told(Language language, Reader reader, List<Follow> follows, int waiting) {
    ZoneId zone = reader.zone() == null ? stand.zone() : reader.zone();
    Language spoken = reader.language();
    String chosen =
        spoken == null
            ? phrases.get(language, "my.telegrams")
            : phrases.get(spoken, "language.name");
    String followed =
        follows.isEmpty()
            ? phrases.get(language, "my.no-follows")
            : follows.stream()
                .map(follow -> wishes.name(language, follow))
                .collect(Collectors.joining(", "));
    Answer.Writer answer =
        Answer.writer()
            .bold(phrases.get(language, "my.title"))
            .text("\n\n" + phrases.get(language, "my.id", reader.userId()))
            .text("\n" + phrases.get(language, "my.since", time(language, reader, zone)))
            .text("\n" + phrases.get(language, "my.language", chosen))
            .text("\n" + phrases.get(language, "my.zone", zone(language, reader)))
            .text("\n" + phrases.get(language, "my.digest", wishes.digest(language, reader)));
    if (reader.next() != null) {
      LocalDateTime next = LocalDateTime.ofInstant(reader.next(), zone);
      answer.text("\n" + phrases.get(language, "my.next", dates.dateTime(language, next)));
    }
    answer.text("\n" + phrases.get(language, reader.quiet() ? "my.quiet" : "my.loud"));
    answer.text("\n" + phrases.get(language, "my.follows", followed));
    if (waiting > 0) {
      answer.text("\n" + phrases.count(language, "my.waiting", waiting));
    }
    return answer.text("\n\n" + phrases.get(language, "my.forget")).done();
  }

  private String time(Language language, Reader reader, ZoneId zone) {
    return dates.dateTime(language, LocalDateTime.ofInstant(reader.since(), zone));
  }

  private String zone(Language language, Reader reader) {
    return reader.zone() == null
        ? phrases.get(language, "my.newsrooms", stand.zone().getId())
        : reader.zone().getId();
  }
}
