package kz.zharshy.chat.reader;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.store.PersonalData.Suggestion;
import kz.zharshy.store.Readers.Follow;
import kz.zharshy.store.Readers.Reader;

/** {@code /my}: everything that is kept of a reader. */
record MyCommand(ReaderContext stand) implements Command {
  /** A line of the list, at most. */
  private static final int ROOM = 400;

  private static final DateWords DATES = new DateWords();

  @Override
  public CommandInfo info() {
    return CommandInfo.of("my", Role.READER);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    if (!request.privately()) {
      return Reply.say(stand.say(language, "privately", stand.botName()));
    }
    long user = request.requester().userId();
    Answer.Writer answer = Answer.writer();
    stand.readers().find(user).ifPresent(reader -> preferences(answer, language, reader));
    personalData(answer, language, user);
    boolean works =
        request.requester().mayActAs(Role.AUTHOR) || stand.personalData().deeds(user) > 0;
    if (works) {
      line(answer, stand.say(language, "my.newsroom"));
    }
    return Reply.change(
        answer.isEmpty()
            ? Answer.of(stand.say(language, "my.nothing"))
            : whole(answer, language, user));
  }

  private Answer whole(Answer.Writer kept, Language language, long user) {
    return Answer.writer()
        .bold(stand.say(language, "my.title"))
        .text("\n\n" + stand.say(language, "my.id", user))
        .text(kept.done().text())
        .text("\n\n" + stand.say(language, "my.forget"))
        .done();
  }

  private void preferences(Answer.Writer answer, Language language, Reader reader) {
    ZoneId zone = reader.zone() == null ? stand.zone() : reader.zone();
    Language spoken = reader.language();
    String chosen =
        spoken == null ? stand.say(language, "my.telegrams") : stand.say(spoken, "language.name");
    line(answer, stand.say(language, "my.since", time(language, reader, zone)));
    line(answer, stand.say(language, "my.language", chosen));
    line(answer, stand.say(language, "my.zone", zone(language, reader)));
    line(
        answer,
        stand.say(language, "my.digest", new ReaderPreferences(stand).digest(language, reader)));
    if (reader.next() != null) {
      LocalDateTime next = LocalDateTime.ofInstant(reader.next(), zone);
      line(answer, stand.say(language, "my.next", DATES.dateTime(language, next)));
    }
    line(answer, stand.say(language, reader.quiet() ? "my.quiet" : "my.loud"));
    line(answer, stand.say(language, "my.follows", followed(language, reader.userId())));
    int waiting = stand.readers().waiting(reader.userId());
    if (waiting > 0) {
      line(answer, stand.count(language, "my.waiting", waiting));
    }
  }

  private String followed(Language language, long user) {
    List<Follow> follows = stand.readers().follows(user);
    return follows.isEmpty()
        ? stand.say(language, "my.no-follows")
        : follows.stream()
            .map(follow -> new ReaderPreferences(stand).name(language, follow))
            .collect(Collectors.joining(", "));
  }

  private void personalData(Answer.Writer answer, Language language, long user) {
    List<Suggestion> suggestions = stand.personalData().suggestions(user);
    if (!suggestions.isEmpty()) {
      line(answer, stand.count(language, "my.suggested", suggestions.size()));
    }
    for (Suggestion suggestion : suggestions) {
      if (answer.hasRoomFor(ROOM)) {
        line(answer, suggested(language, suggestion));
      }
    }
    if (stand.personalData().isAsked(user)) {
      line(answer, stand.say(language, "my.asked"));
    }
    int attempts = stand.personalData().attempts(user);
    if (attempts > 0) {
      line(answer, stand.count(language, "my.attempts", attempts));
    }
  }

  private String suggested(Language language, Suggestion suggestion) {
    String state =
        switch (suggestion.state()) {
          case DRAFT, REVIEW -> "my.suggestion.open";
          case QUEUED, PUBLISHING, HELD, FAILED -> "my.suggestion.taken";
          case PUBLISHED -> "my.suggestion.published";
          case WITHDRAWN -> "my.suggestion.declined";
        };
    return stand.say(
        language,
        "my.suggestion",
        suggestion.articleId(),
        HeadlineText.line(suggestion.title()),
        stand.say(language, state));
  }

  private static void line(Answer.Writer answer, String words) {
    answer.text("\n" + words);
  }

  private String time(Language language, Reader reader, ZoneId zone) {
    return DATES.dateTime(language, LocalDateTime.ofInstant(reader.since(), zone));
  }

  private String zone(Language language, Reader reader) {
    return reader.zone() == null
        ? stand.say(language, "my.newsrooms", stand.zone().getId())
        : reader.zone().getId();
  }
}
