package kz.zharshy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal sees. */
final class CommandsTest {
  private static final String PAGE =
      """
      489,10
      News

      Snow closes the schools of Almaty
      Snow closes the schools of Almaty
      21.11.2026 08:15 310

      The schools of Almaty stay closed today. Buses run late.

      Lessons go on over the internet from nine o'clock.

      Dana Ospanova
      Almaty bureau

      Share:
      Telegram Subscribe to our Telegram channel and be the first to know the news!
      """;

  @TempDir private Path folder;
  private Program program = new Program();

  @BeforeEach
  void prepare() {
    program = Program.in(folder);
  }

  @Test
  void aPageIsAddedListedAndShown() throws Exception {
    Path file = Files.writeString(folder.resolve("page.txt"), PAGE);

    assertThat(program.run("add", file.toString())).isZero();
    assertThat(program.out()).isEqualTo("added 1 (queued): Snow closes the schools of Almaty\n");
    assertThat(program.run("queue")).isZero();
    assertThat(program.out())
        .isEqualTo(
            """
                 1  queued     Snow closes the schools of Almaty
            1 waiting, 0 being published, 0 held, 0 failed, 0 published
            """);
    assertThat(program.run("show", "1", "--json")).isZero();
    JsonNode article = json();
    assertThat(article.get("language").asText()).isEqualTo("en");
    assertThat(article.get("author").asText()).isEqualTo("Dana Ospanova\nAlmaty bureau");
    assertThat(article.get("published_at").asText()).isEqualTo("2026-11-21T03:15:00Z");
    assertThat(article.get("section").asText()).isEqualTo("News");
    assertThat(article.get("body").asText())
        .isEqualTo(
            "The schools of Almaty stay closed today. Buses run late.\n\n"
                + "Lessons go on over the internet from nine o'clock.");
  }

  @Test
  void theSameFileIsAddedOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("page.txt"), PAGE);
    program.run("add", file.toString());

    assertThat(program.run("add", file.toString())).isZero();

    assertThat(program.out()).startsWith("unchanged 1 (queued)");
  }

  @Test
  void anUpsertChangesTheWaitingArticle() {
    program.input("{\"external_id\": \"a\", \"title\": \"Old\", \"body\": \"One.\"}");
    program.run("add", "-");
    program.input("{\"external_id\": \"a\", \"title\": \"New\", \"body\": \"Two.\"}");

    assertThat(program.run("add", "-", "--json")).isZero();

    assertThat(program.out()).contains("\"addition\" : \"changed\"", "\"title\" : \"New\"");
    program.run("queue", "--json");
    assertThat(program.out()).contains("\"New\"").doesNotContain("\"Old\"");
  }

  @Test
  void aPageNamesAndChangesNoArticleOfOthers() throws Exception {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page =
        "{\"external_id\": \"a\", \"title\": \"Theirs\", \"body\": \"No.\", \"story\": \"s\"}"
            .getBytes(StandardCharsets.UTF_8);
    site.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    try {
      String address = "http://127.0.0.1:" + site.getAddress().getPort() + "/a.json";
      program.with("ZHARSHY_SOURCES_ALLOW_PRIVATE_ADDRESSES", "true");
      program.input("{\"external_id\": \"a\", \"title\": \"Ours\", \"body\": \"Yes.\"}");
      program.run("add", "-");

      assertThat(program.run("add", address)).isZero();
      assertThat(program.out()).isEqualTo("added 2 (queued): Theirs\n");
      assertThat(program.err())
          .isEqualTo(address + ": left out, since a page cannot set it: external_id, story.\n");
      assertThat(program.run("add", address)).isZero();
      assertThat(program.out()).startsWith("unchanged 2 (queued)");
    } finally {
      site.stop(0);
    }
  }

  @Test
  void aSavedPageChangesNothingAndAPathOutsideTheFoldersIsTold() throws Exception {
    Path saved =
        Files.writeString(
            folder.resolve("saved.html"),
            "<link rel=canonical href=https://example.kz/a><h1>Theirs</h1><p>No.</p>");
    program.input(
        "{\"external_id\": \"https://example.kz/a\", \"title\": \"Ours\", \"body\": \"Yes.\","
            + " \"images\": [\"/etc/passwd\"]}");
    program.run("add", "-");
    assertThat(program.err())
        .isEqualTo(
            "-: /etc/passwd is no picture or video in the folders that the setting media.folders"
                + " names.\n");

    assertThat(program.run("add", saved.toString())).isEqualTo(ZharshyCommand.FAILED);

    assertThat(program.err())
        .startsWith("https://example.kz/a: article No. 1 has this name already");
    program.run("queue");
    assertThat(program.out()).contains("Ours").doesNotContain("Theirs");
  }

  @Test
  void aPreviewIsALineOfCallsForEachArticle() throws Exception {
    program.input("[{\"title\": \"One\", \"body\": \"1\"}, {\"title\": \"Two\", \"body\": \"2\"}]");

    assertThat(program.run("preview", "--json", "-")).isZero();

    assertThat(program.out().lines()).hasSize(2);
    JsonNode calls = new ObjectMapper().readTree(program.out().lines().findFirst().orElseThrow());
    assertThat(calls.get(0).get("method").asText()).isEqualTo("sendMessage");
    assertThat(calls.get(0).get("params").get("chat_id").asText()).isEqualTo("@example_news");
    assertThat(calls.get(0).get("params").get("text").asText()).isEqualTo("One\n\n1\n\nSubscribe!");
    program.run("queue");
    assertThat(program.out()).startsWith("0 waiting");
  }

  @Test
  void aPreviewShowsEachMessageWithItsLengthAndWhatAnEditorMayPutRight() {
    program.input("The mayor's hеadline\n\nA text.").run("preview", "-");
    assertThat(program.out())
        .isEqualTo(
            """
            ── @example_news, message 1 of 1, 41 of 4096 characters ──
            The mayor's hеadline

            A text.

            Subscribe!

            ! There is no picture. Posts with one are noticed more.
            ! The word “hеadline” mixes Latin and Cyrillic letters (“е” is the odd one), so search \
            will not find it. Type it again.

            """);
  }

  @Test
  void aPreviewTellsProgramsLengthsLimitsAndWarningsInTheLanguageAskedFor() throws Exception {
    Path picture = folder.resolve("small.png");
    ImageIO.write(new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    program.input(
        "{\"title\": \"One\", \"body\": \"1\", \"images\": [\"%s\", \"%s\"]}"
            .formatted(picture, folder.resolve("none.png")));
    program.with("ZHARSHY_MEDIA_FOLDERS", "[\"" + folder + "\"]");

    assertThat(program.run("preview", "--json", "--language", "kk", "-")).isZero();

    JsonNode call = json().get(0);
    assertThat(call.get("method").asText()).isEqualTo("sendMediaGroup");
    assertThat(call.get("length").asInt()).isEqualTo("One\n\n1\n\nSubscribe!".length());
    assertThat(call.get("limit").asInt()).isEqualTo(1024);
    assertThat(call.get("warnings").findValuesAsText("code"))
        .containsExactly("picture-small", "picture-unreadable");
    assertThat(call.get("warnings").get(0).get("message").asText())
        .isEqualTo(
            picture
                + " суретінің ені небәрі 16 пиксель, ол бұлыңғыр көрінеді. Үлкенірек сурет алыңыз.");
  }

  @Test
  void thePicturesOfTheInternetAreLookedAtWhereThatIsWanted() throws Exception {
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB), "png", picture);
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/small.png",
        exchange -> {
          exchange.sendResponseHeaders(200, picture.size());
          exchange.getResponseBody().write(picture.toByteArray());
          exchange.close();
        });
    site.start();
    try {
      String address = "http://127.0.0.1:" + site.getAddress().getPort();
      program.with("ZHARSHY_SOURCES_ALLOW_PRIVATE_ADDRESSES", "true");
      program.input(
          "{\"title\": \"One\", \"body\": \"1\", \"images\": [\"%1$s/small.png\", \"%1$s/none.png\"]}"
              .formatted(address));

      assertThat(program.run("preview", "--json", "--pictures", "-")).isZero();

      assertThat(json().get(0).get("warnings").findValuesAsText("code"))
          .containsExactly("picture-small", "picture-unreadable");
    } finally {
      site.stop(0);
    }
  }

  @Test
  void aTemplateOfTheNewsroomsOwnLaysOutThePost() throws Exception {
    Files.writeString(folder.resolve("default.peb"), "{{ body }}\n<b>{{ title }}</b>");
    program.with("ZHARSHY_POSTS_TEMPLATES", folder.toString());

    program.input("A headline\n\nA text.").run("preview", "-");

    assertThat(program.out()).contains(" ──\nA text.\n\nA headline\n\n");
  }

  @Test
  void mistakesInTemplatesAreFoundBeforeTheFirstPost() throws Exception {
    Files.writeString(folder.resolve("default.peb"), "<b>{{ title }}\n{{ titel }}");
    program.with("ZHARSHY_POSTS_TEMPLATES", folder.toString());

    assertThat(program.run("config", "check")).isEqualTo(2);

    assertThat(program.err())
        .contains(folder.resolve("default.peb") + ":1: <b> is never closed.")
        .contains(folder.resolve("default.peb") + ":2: titel is unknown. A template knows title,");
  }

  @Test
  void mistakesInTemplatesAreToldAtTheStartAsByTheCheck() throws Exception {
    Files.writeString(folder.resolve("default.peb"), "x\n{{ titel }}");
    program.with("ZHARSHY_POSTS_TEMPLATES", folder.toString());
    program.with("ZHARSHY_BOT_TOKEN", "123:abc");
    program.run("config", "check");
    String told = program.err();

    assertThat(program.run("run")).isEqualTo(2);

    assertThat(told).contains("default.peb:2: titel is unknown.");
    assertThat(program.err()).isEqualTo(told);
  }

  @Test
  void linesOfTemplatesAndSettingsEndAsAnyEditorEndsThem() throws Exception {
    program.with("ZHARSHY_POSTS_TEMPLATES", folder.toString());
    for (String end : List.of("\r\n", "\r", "\n")) {
      Path template = folder.resolve("default.peb");
      Files.writeString(template, "\uFEFF{{ body }}" + end + "<b>{{ title }}</b>" + end);
      program.input("A headline\n\nA text.").run("preview", "-");
      assertThat(program.out()).contains(" ──\nA text.\n\nA headline\n\n");

      Files.writeString(template, "\uFEFFx" + end + end + "{{ titel }}");
      Path settings = folder.resolve("zharshy.yaml");
      Files.writeString(settings, "\uFEFFposts:" + end + "  max-parts: 10" + end);
      assertThat(program.run("config", "check", "--config", settings.toString())).isEqualTo(2);
      assertThat(program.err()).contains("default.peb:3: titel is unknown.");

      Files.writeString(settings, "\uFEFFposts:" + end + "  max-parst: 10" + end);
      assertThat(program.run("config", "check", "--config", settings.toString())).isEqualTo(2);
      assertThat(program.err()).contains(settings + ":2:3");
    }
  }

  @Test
  void aTemplateThatIsNotUtf8OrForNoChannelIsTold() throws Exception {
    program.with("ZHARSHY_POSTS_TEMPLATES", folder.toString());
    Files.writeString(folder.resolve("channel-exmaple_news.peb"), "{{ title }}");
    assertThat(program.run("config", "check")).isZero();
    assertThat(program.out())
        .contains("channel-exmaple_news.peb is for a channel that is not listed, so nobody uses");

    Files.write(folder.resolve("default.peb"), new byte[] {(byte) 0xCF, (byte) 0xF0});
    assertThat(program.run("config", "check")).isEqualTo(2);
    assertThat(program.err()).contains("default.peb:1: This is not written in UTF-8.");
  }

  @Test
  void anArticlesHistoryIsTold() {
    program.input("A headline\n\nA text.").run("add", "-");

    assertThat(program.run("why", "1")).isZero();

    assertThat(program.out()).contains("1  A headline", "added");
  }

  @Test
  void whatIsNotThereIsSaidInASentence() {
    assertThat(program.run("show", "77")).isEqualTo(1);
    assertThat(program.err())
        .isEqualTo("There is no article 77. The numbers are shown by: queue\n");
    assertThat(program.run("add", folder.resolve("none.txt").toString())).isEqualTo(1);
    assertThat(program.err()).isEqualTo("There is no file " + folder.resolve("none.txt") + ".\n");
  }

  @Test
  void oneSourceThatCannotBeReadKeepsTheOthersNotOut() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"title\": 7}");
    Path good = Files.writeString(folder.resolve("good.txt"), PAGE);

    assertThat(program.run("add", bad.toString(), good.toString())).isEqualTo(1);

    assertThat(program.err()).contains("bad.json").contains("title");
    assertThat(program.out()).startsWith("added 1");
  }

  @Test
  void runWithoutATokenNamesTheKeyItsVariableAndTheSandbox() {
    assertThat(program.run("run")).isEqualTo(2);
    assertThat(program.err()).contains("bot.token", "ZHARSHY_BOT_TOKEN", "--sandbox");
  }

  @Test
  void allMistakesOfTheSettingsAreToldAtOnceWithTheirPlaces() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("zharshy.yaml"),
            """
            bot:
              tokn: 1:a
              owners: [abc]
            time-zone: Asia/Almatty
            limits:
              channel-per-minute: -3
            channels:
              - footer: "Read https://t.me/alma_news and https://t.me/tau_news"
            """);
    Program bare = new Program();

    assertThat(bare.run("config", "check", "--config", file.toString())).isEqualTo(2);

    assertThat(bare.err().lines().map(line -> line.replace(file + ":", "").split(": ", 2)[0]))
        .containsExactly("2:3", "3:12", "4:12", "6:23", "8:13");
  }

  @Test
  void wrongUseEndsWithTwoAndShowsHowToDoIt() {
    assertThat(program.run()).isEqualTo(2);
    assertThat(program.err()).contains("Usage: zharshy");
    assertThat(program.run("publish")).isEqualTo(2);
  }

  @Test
  void aFaultIsTracedOnlyWhenAskedFor() {
    program.run("show", "77");
    assertThat(program.err()).doesNotContain("\tat ");
    program.run("show", "77", "--debug");
    assertThat(program.err()).contains("\tat kz.zharshy.cli");
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(program.out());
  }

  @Test
  void aBackupIsPutBackAndWhatWaitedThenIsHeld() {
    program.input("A headline\n\nA text.").run("add", "-");
    Path backup = folder.resolve("backup.db");
    assertThat(program.run("backup", backup.toString())).isZero();
    assertThat(program.out()).isEqualTo("The backup is " + backup + ".\n");
    program.input("Another\n\nText.").run("add", "-");

    assertThat(program.run("restore", backup.toString())).isZero();

    assertThat(program.out()).contains("is restored.", "What was there before is", "1 of them");
    program.run("queue");
    assertThat(program.out()).startsWith("0 waiting, 0 being published, 1 held");
  }
}
