package kz.zharshy.chat.reader;

import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import kz.zharshy.store.Readers.Digest;
import kz.zharshy.store.Readers.Follow;
import kz.zharshy.store.Readers.Reader;
import kz.zharshy.store.Readers.Rhythm;

/** What a reader wished for, in words. */
record ReaderPreferences(ReaderContext stand) {
  String digest(Language language, Reader reader) {
    Digest digest = reader.digest();
    if (digest.rhythm() == Rhythm.OFF) {
      return stand.say(language, "digest.none");
    }
    String rhythm = digest.rhythm() == Rhythm.DAILY ? "digest.daily" : "digest.weekly";
    String words = stand.say(language, rhythm, hour(digest.hour()));
    if (!digest.languages().isEmpty()) {
      words +=
          "; "
              + digest.languages().stream()
                  .sorted()
                  .map(one -> stand.say(one, "language.name"))
                  .collect(Collectors.joining(", "));
    }
    return digest.sections().isEmpty()
        ? words
        : words + "; " + String.join(", ", digest.sections());
  }

  static String hour(int hour) {
    return "%02d:00".formatted(hour);
  }

  String name(Language language, Follow follow) {
    return switch (follow.kind()) {
      case SECTION -> follow.name();
      case TAG -> "#" + follow.name();
      case WORD -> stand.say(language, "follow.word", follow.name());
      case BREAKING -> stand.say(language, "follow.breaking");
    };
  }
}
