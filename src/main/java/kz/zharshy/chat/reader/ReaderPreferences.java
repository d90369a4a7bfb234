package kz.zharshy.chat.reader;

import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.store.Readers.Digest;
import kz.zharshy.store.Readers.Follow;
import kz.zharshy.store.Readers.Reader;
import kz.zharshy.store.Readers.Rhythm;

/** What a reader wished for, in words. */
record ReaderPreferences(Phrases phrases) {
  String digest(Language language, Reader reader) {
    Digest digest = reader.digest();
    if (digest.rhythm() == Rhythm.OFF) {
      return phrases.get(language, "digest.none");
    }
    String rhythm = digest.rhythm() == Rhythm.DAILY ? "digest.daily" : "digest.weekly";
    String words = phrases.get(language, rhythm, hour(digest.hour()));
    if (!digest.languages().isEmpty()) {
      words +=
          "; "
              + digest.languages().stream()
                  .sorted()
                  .map(one -> phrases.get(one, "language.name"))
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
      case WORD -> phrases.get(language, "follow.word", follow.name());
      case BREAKING -> phrases.get(language, "follow.breaking");
    };
  }
}
