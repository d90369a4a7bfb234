package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.telegram.ApiCall;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.BotApiAddress;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.BotToken;
import kz.zharshy.telegram.CallLimits;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.TelegramBotsApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Versions of an article in channels of their own. The other channel is at a server of its own. */
final class TwoChannelsTest {
  private static final String RUSSIAN = "zharshy_sandbox";
  private static final String KAZAKH = "qala_kk";

  @TempDir private Path folder;
  private SandboxServer kazakh;
  private TelegramBotsApi there;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    kazakh =
        SandboxServer.start(
            SandboxOptions.standard(Clock.systemUTC(), System::nanoTime)
                .withChannel(KAZAKH, "Qala"));
    there =
        new TelegramBotsApi(
            new BotToken(kazakh.token()),
            BotApiAddress.parse(kazakh.apiAddress().toString()),
            CallLimits.USUAL);
    room =
        PublishFixture.open(
            PublishFixture.Setting.in(folder)
                .with(
                    new PublishFixture.Between() {
                      @Override
                      public List<String> channels() {
                        return List.of(RUSSIAN, KAZAKH);
                      }

                      @Override
                      public BotApi api(BotApi real) {
                        return new Fork(real, there);
                      }
                    }));
  }

  @AfterEach
  void close() {
    room.close();
    there.close();
    kazakh.close();
  }

  @Test
  void versionsLeadToEachOtherAcrossChannelsAlsoFromPostsThatWereOutBefore() throws Exception {
    long russian = add("Снег в Алматы", Language.RU, RUSSIAN, null);
    add("Другая новость", Language.RU, RUSSIAN, null);
    room.run(Duration.ofMinutes(1));
    assertThat(buttons(room.telegram().posts())).containsExactly("", "");

    long other = add("Алматыда қар", Language.KK, KAZAKH, russian);
    room.run(Duration.ofMinutes(1));

    assertThat(room.telegram().posts()).hasSize(2);
    assertThat(buttons(room.telegram().posts()))
        .containsExactly("Қазақша https://t.me/qala_kk/1", "");
    assertThat(buttons(SandboxWorld.of(kazakh).posts()))
        .containsExactly("Русский https://t.me/zharshy_sandbox/1");

    withdraw(other);
    room.run(Duration.ofMinutes(1));
    assertThat(buttons(room.telegram().posts())).containsExactly("", "");
  }

  private void withdraw(long id) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("UPDATE article SET state = 'withdrawn' WHERE id = " + id);
    }
  }

  private long add(String title, Language language, String channel, @Nullable Long original) {
    Content content = Content.builder(title, "Text.").language(language).build();
    Plan plan = Plan.atOnce().withChannel(channel).withTranslationOf(original);
    Draft draft = Draft.of(content).withPlan(plan);
    return room.database.articles().add(draft, "test", room.now()).article().id();
  }

  private static List<String> buttons(List<SandboxMessage> posts) {
    List<String> all = new ArrayList<>();
    for (SandboxMessage post : posts) {
      List<String> buttons = new ArrayList<>();
      for (JsonNode row : post.json().at("/reply_markup/inline_keyboard")) {
        row.forEach(
            button ->
                buttons.add(button.path("text").asText() + " " + button.path("url").asText()));
      }
      all.add(String.join(", ", buttons));
    }
    return all;
  }

  /** What is said to the Kazakh channel goes to its server, all else to the usual one. */
  private record Fork(BotApi usual, BotApi other, ObjectMapper json) implements BotApi {
    Fork(BotApi usual, BotApi other) {
      this(usual, other, new ObjectMapper());
    }

    private BotApi of(JsonNode params) {
      return params.path("chat_id").asText().equals("@" + KAZAKH) ? other : usual;
    }

    @Override
    public Outcome<List<Message>> send(BotCall call) {
      return of(call.params()).send(call);
    }

    @Override
    public <T extends Serializable> Outcome<T> call(ApiCall<T> call) {
      return of(json.valueToTree(call)).call(call);
    }

    @Override
    public Outcome<byte[]> download(String fileId, long maxBytes) {
      return usual.download(fileId, maxBytes);
    }
  }
}
