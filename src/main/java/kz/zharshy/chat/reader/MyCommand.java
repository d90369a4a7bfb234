package kz.zharshy.chat.reader;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.store.PersonalData.Suggestion;
import kz.zharshy.store.Readers.Follow;
import kz.zharshy.store.Readers.Reader;

/** {@code /my}: everything that is kept of a reader. */
final class MyCommand extends ReaderCommand {
  /** A line of the list, at most. */
  private static final int ROOM = 400;

  private final ReaderContext stand;
  private final Phrases phrases;
  private final ReaderPreferences preferences;
  private final DateWords dates = new DateWords();

  MyCommand(ReaderContext stand, Phrases phrases) {
    super(reader("my"));
    this.stand = stand;
    this.phrases = phrases;
    this.preferences = new ReaderPreferences(phrases);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    if (!request.privately()) {
      return Reply.say(phrases.get(language, "privately", stand.botName()));
    }
    long user = request.requester().userId();
    Answer.Writer answer = Answer.writer();
    stand.readers().find(user).ifPresent(reader -> preferences(answer, language, reader));
    personalData(answer, language, user);
    boolean works =
        request.requester().mayActAs(Role.AUTHOR) || stand.personalData().deeds(user) > 0;
    if (works) {
      line(answer, phrases.get(language, "my.newsroom"));
    }
    return Reply.change(
        answer.isEmpty()
            ? Answer.of(phrases.get(language, "my.nothing"))
            : whole(answer, language, user));
  }

  private Answer whole(Answer.Writer kept, Language language, long user) {
    return Answer.writer()
        .bold(phrases.get(language, "my.title"))
        .text("\n\n" + phrases.get(language, "my.id", user))
        .text(kept.done().text())
        .text("\n\n" + phrases.get(language, "my.forget"))
        .done();
  }

  private void preferences(Answer.Writer answer, Language language, Reader reader) {
    ZoneId zone = reader.zone() == null ? stand.zone() : reader.zone();
    Language spoken = reader.language();
    String chosen =
        spoken == null
            ? phrases.get(language, "my.telegrams")
            : phrases.get(spoken, "language.name");
    line(answer, phrases.get(language, "my.since", time(language, reader, zone)));
    line(answer, phrases.get(language, "my.language", chosen));
    line(answer, phrases.get(language, "my.zone", zone(language, reader)));
    line(answer, phrases.get(language, "my.digest", preferences.digest(language, reader)));
    if (reader.next() != null) {
      LocalDateTime next = LocalDateTime.ofInstant(reader.next(), zone);
      line(answer, phrases.get(language, "my.next", dates.dateTime(language, next)));
    }
    line(answer, phrases.get(language, reader.quiet() ? "my.quiet" : "my.loud"));
    line(answer, phrases.get(language, "my.follows", followed(language, reader.userId())));
    int waiting = stand.readers().waiting(reader.userId());
    if (waiting > 0) {
      line(answer, phrases.count(language, "my.waiting", waiting));
    }
  }

  private String followed(Language language, long user) {
    List<Follow> follows = stand.readers().follows(user);
    return follows.isEmpty()
        ? phrases.get(language, "my.no-follows")
        : follows.stream()
            .map(follow -> preferences.name(language, follow))
            .collect(Collectors.joining(", "));
  }

  private void personalData(Answer.Writer answer, Language language, long user) {
    List<Suggestion> suggestions = stand.personalData().suggestions(user);
    if (!suggestions.isEmpty()) {
      line(answer, phrases.count(language, "my.suggested", suggestions.size()));
    }
    for (Suggestion suggestion : suggestions) {
      if (answer.hasRoomFor(ROOM)) {
        line(answer, suggested(language, suggestion));
      }
    }
    if (stand.personalData().isAsked(user)) {
      line(answer, phrases.get(language, "my.asked"));
    }
    int attempts = stand.personalData().attempts(user);
    if (attempts > 0) {
      line(answer, phrases.count(language, "my.attempts", attempts));
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
    return phrases.get(
        language,
        "my.suggestion",
        suggestion.articleId(),
        HeadlineText.line(suggestion.title()),
        phrases.get(language, state));
  }

  private static void line(Answer.Writer answer, String words) {
    answer.text("\n" + words);
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
