package kz.zharshy.chat.reader;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.zharshy.language.Language;

/**
 * Writes an archive of invented articles: in each language few words stand everywhere and most
 * nearly nowhere, as in speech.
 */
final class ArchiveWriter {
  /** When the newest article came out. */
  static final Instant END = Instant.parse("2026-01-01T12:00:00Z");

  private static final int VOCABULARY = 60_000;
  private static final int SHORTEST = 40;
  private static final int LONGEST = 120;

  /** Seconds between two articles: half a minute's for a million in a year. */
  private static final int BETWEEN = 30;

  private static final Language[] LANGUAGES = {
    Language.RU, Language.KK, Language.RU, Language.KK, Language.EN
  };

  private static final String[] SYLLABLES = {
    "ба", "ге", "ди", "жо", "зу", "кы", "ла", "ме", "ни", "по", "ру", "сы", "та", "фе", "ши"
  };

  private static final String[] LATIN = {
    "ba", "ge", "di", "jo", "zu", "ky", "la", "me", "ni", "po", "ru", "sy", "ta", "fe", "shi"
  };

  private static final String[] RUSSIAN_ENDINGS = {"т", "та", "том", "тами", "тов", "ту"};
  private static final String[] KAZAKH_ENDINGS = {"т", "тың", "тар", "тарға", "тан", "тпен"};
  private static final String[] ENGLISH_ENDINGS = {"t", "ts", "ted", "ting"};

  private final Random random = new Random(1);

  /** A word of a language by how often it is said, the first the most, in its plainest form. */
  static String word(Language language, int rank) {
    String[] syllables = language == Language.EN ? LATIN : SYLLABLES;
    StringBuilder word = new StringBuilder();
    for (int rest = rank + syllables.length; rest > 0; rest /= syllables.length) {
      word.append(syllables[rest % syllables.length]);
    }
    return word.append(endings(language)[0]).toString();
  }

  private static String[] endings(Language language) {
    return switch (language) {
      case KK -> KAZAKH_ENDINGS;
      case RU -> RUSSIAN_ENDINGS;
      case EN -> ENGLISH_ENDINGS;
    };
  }

  /** A word that stands in every other article of a language, with others never. */
  static String odd(Language language) {
    return language == Language.EN ? "oddworth" : "нечётград";
  }

  /** The other. */
  static String even(Language language) {
    return language == Language.EN ? "evenworth" : "чётноград";
  }

  /** A word of the oldest articles. */
  static String old(Language language) {
    return language == Language.EN ? "oldenburg" : "стародуб";
  }

  /** Writes so many articles, the newest last; a file that is not written to its end is no use. */
  void write(Path file, int articles) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO article (language, section, author, tags, title, body, state,"
                    + " published_at) VALUES (?, ?, ?, ?, ?, ?, 'published', ?)")) {
      try (Statement fast = connection.createStatement()) {
        fast.execute("PRAGMA synchronous = OFF");
      }
      connection.setAutoCommit(false);
      for (int i = 0; i < articles; i++) {
        Language language = LANGUAGES[random.nextInt(LANGUAGES.length)];
        insert.setString(1, language.code());
        insert.setString(2, i % 5_000 == 7 ? "Rarities" : "Section " + i % 15);
        insert.setString(3, "Author " + i % 40);
        insert.setString(4, "[\"tag" + random.nextInt(500) + "\"]");
        insert.setString(5, text(language, 4 + random.nextInt(6)));
        insert.setString(6, body(language, i, articles));
        insert.setString(7, END.minusSeconds((long) BETWEEN * (articles - i)).toString());
        insert.executeUpdate();
        if (i % 10_000 == 0) {
          connection.commit();
        }
      }
      connection.commit();
    }
  }

  private String body(Language language, int number, int articles) {
    List<String> sentences = new ArrayList<>();
    int words = SHORTEST + random.nextInt(LONGEST - SHORTEST);
    for (int left = words; left > 0; left -= 12) {
      sentences.add(text(language, Math.min(left, 12)));
    }
    sentences.add(number % 2 == 0 ? even(language) : odd(language));
    if (number == articles / 10) {
      sentences.add(odd(language) + " " + even(language));
    }
    if (number < articles / 20) {
      sentences.add(old(language));
    }
    return String.join(". ", sentences);
  }

  private String text(Language language, int words) {
    String[] endings = endings(language);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      String word = word(language, rank(random));
      text.append(word, 0, word.length() - endings[0].length())
          .append(endings[random.nextInt(endings.length)])
          .append(i < words - 1 ? " " : "");
    }
    return text.toString();
  }

  /** Of the word that is said next. */
  static int rank(Random random) {
    return (int) (Math.pow(VOCABULARY, random.nextDouble()) - 1);
  }
}
