package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kz.zharshy.article.ReasonText;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video, from the queue's column to the channel. */
final class VideoTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(Setting.in(folder));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void anAddressThatEndsAsVideosDoIsOne() throws Exception {
    publish("[\"https://a.example.kz/snow.mp4?from=site\"]");

    SandboxMessage post = room.telegram().posts().get(0);
    assertThat(post.json().has("video")).isTrue();
    assertThat(post.text()).isEqualTo("Snow\n\nSchools are closed.\n\nSubscribe!");
    JsonNode params = room.telegram().calls("sendVideo").get(0).params();
    assertThat(params.path("video").asText()).isEqualTo("https://a.example.kz/snow.mp4?from=site");
  }

  @Test
  void anyOtherAddressIsOneWhereTheColumnSaysSo() throws Exception {
    publish("[{\"url\": \"https://a.example.kz/play/7\", \"kind\": \"video\"}]");

    assertThat(room.telegram().calls("sendVideo")).hasSize(1);
    assertThat(column())
        .isEqualTo("[{\"url\": \"https://a.example.kz/play/7\", \"kind\": \"video\"}]");
  }

  @Test
  void photosAndVideosAreAnAlbumTogether() throws Exception {
    publish("[\"https://a.example.kz/snow.jpg\", \"https://a.example.kz/snow.mp4\"]");

    JsonNode media = room.telegram().calls("sendMediaGroup").get(0).params().path("media");
    assertThat(media.valueStream().map(item -> item.path("type").asText()))
        .containsExactly("photo", "video");
  }

  @Test
  void aPhotoIsChangedIntoAVideoWhereItStands() throws Exception {
    publish("[\"https://a.example.kz/snow.jpg\"]");

    sql("UPDATE article SET images = '[\"https://a.example.kz/snow.mp4\"]'");
    room.run(A_MINUTE);

    JsonNode media = room.telegram().calls("editMessageMedia").get(0).params().path("media");
    assertThat(media.path("type").asText()).isEqualTo("video");
    assertThat(media.path("media").asText()).isEqualTo("https://a.example.kz/snow.mp4");
    assertThat(room.telegram().posts()).hasSize(1);
    assertThat(room.telegram().posts().get(0).json().has("video")).isTrue();
  }

  @Test
  void aVideoThatTelegramRefusesDoesNotCostThePost() throws Exception {
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: VIDEO_CONTENT_TYPE_INVALID").on("sendVideo"));
    publish("[\"https://a.example.kz/snow.mp4\"]");

    assertThat(room.telegram().posts())
        .extracting(SandboxMessage::text)
        .containsExactly("Snow\n\nSchools are closed.\n\nSubscribe!");
    assertThat(room.database.articles().history(1))
        .extracting(line -> line.detail() == null ? "" : ReasonText.forLog(line.detail()))
        .contains("part 1 of 1: without the video: Bad Request: VIDEO_CONTENT_TYPE_INVALID");
  }

  private void publish(String images) throws Exception {
    sql(
        "INSERT INTO article (title, body, images) VALUES ('Snow', 'Schools are closed.', '%s')"
            .formatted(images));
    room.run(A_MINUTE);
  }

  private String column() throws SQLException {
    try (Connection connection = connection();
        Statement it = connection.createStatement()) {
      return it.executeQuery("SELECT images FROM article").getString(1);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = connection();
        Statement it = connection.createStatement()) {
      it.execute("PRAGMA busy_timeout = 5000");
      it.execute(statement);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
  }
}
