package kz.zharshy.chat.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kz.zharshy.chat.ChatHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a reader who wants to be forgotten: nothing. */
final class ForgettingTest {
  private static final long READER = 5_512_345_678L;

  @TempDir Path folder;

  @Test
  void nothingOfAForgottenReaderIsLeftInTheFile() throws IOException, SQLException {
    try (ChatHouse house = new ChatHouse(folder)) {
      String unused = house.ask(READER, "ru", "/follow кандалакша");
      unused = house.ask(READER, "ru", "/digest weekly 18 Europe/Berlin");
      unused = house.ask(READER, "ru", "тайное слово запорожье");
      unused = house.ask(READER, "ru", "/digest europe/berlin");
      assertThat(bytes()).contains(number()).contains(latin("кандалакша")).contains("Berlin");
      unused = house.ask(READER, "ru", "/forget");
      unused = house.tap(READER, "Да, стереть");
      house.settle();
      assertThat(house.database().readers().find(READER)).isEmpty();
    }
    sql("VACUUM");

    assertThat(bytes())
        .doesNotContain(number())
        .doesNotContain(Long.toString(READER))
        .doesNotContain(latin("кандалакша"))
        .doesNotContain(latin("запорожье"))
        .doesNotContain("Berlin");
  }

  /** As SQLite stores it: the last six bytes, the highest first. */
  private static String number() {
    byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(READER).array();
    return new String(all, 2, 6, StandardCharsets.ISO_8859_1);
  }

  private static String latin(String word) {
    return new String(word.getBytes(UTF_8), StandardCharsets.ISO_8859_1);
  }

  private String bytes() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : new String[] {"chat.db", "chat.db-wal"}) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat.db"))) {
      connection.createStatement().execute(statement);
    }
  }
}
