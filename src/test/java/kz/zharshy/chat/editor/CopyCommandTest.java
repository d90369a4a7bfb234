package kz.zharshy.chat.editor;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.store.ForeignCopies;
import kz.zharshy.store.ForeignCopies.Choice;
import kz.zharshy.store.ForeignCopies.Question;
import kz.zharshy.store.Team;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CopyCommandTest {
  private static final long EDITOR = 2_000_002;
  private static final String TOKEN = "0badf00d";

  @TempDir private Path folder;
  private ChatFixture house;
  private ForeignCopies copies;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    copies = house.database().foreignCopies();
    copies.ask(TOKEN, Instant.EPOCH);
    house.database().team().invite("e", Team.Rank.EDITOR, OWNER, NOW.plusSeconds(60));
    house.database().team().join("e", EDITOR, "Editor", NOW);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | here  | HERE  | All right, I go on publishing here. Now stop the other program
          ru | here  | HERE  | Хорошо, публикую здесь дальше. Теперь остановите другую программу
          kk | here  | HERE  | Жарайды, осында жариялай беремін. Енді екінші бағдарламаны тоқтатыңыз
          en | there | THERE | All right, I stop here and leave the publishing to the other program.
          """)
  void anOwnerChooses(String language, String word, Choice choice, String answer) {
    assertThat(house.ask(OWNER, language, "/copy " + TOKEN + " " + word)).startsWith(answer);

    assertThat(choice()).isEqualTo(choice);
  }

  @Test
  void theLastAnswerCountsAndNoneAfterTheOtherIsGone() {
    house.ask(OWNER, "en", "/copy " + TOKEN + " here");
    house.ask(OWNER, "en", "/copy " + TOKEN + " there");
    assertThat(choice()).isEqualTo(Choice.THERE);

    copies.end(Instant.EPOCH);
    house.restartNow();

    assertThat(house.ask(OWNER, "en", "/copy " + TOKEN + " here"))
        .isEqualTo("That question is over.");
  }

  @Test
  void theOtherProgramsQuestionIsNotOurs() {
    assertThat(house.ask(OWNER, "en", "/copy 12345678 here"))
        .isEqualTo(
            "The other program has asked that, but your press came to me. Press once more in a"
                + " moment.");
    assertThat(choice()).isNull();
  }

  @Test
  void anEditorCannotChoose() {
    assertThat(house.ask(EDITOR, "en", "/copy " + TOKEN + " there"))
        .isEqualTo(house.ask(EDITOR, "en", "/nothing"));

    assertThat(choice()).isNull();
  }

  private @Nullable Choice choice() {
    return copies.open().map(Question::choice).orElse(null);
  }
}
