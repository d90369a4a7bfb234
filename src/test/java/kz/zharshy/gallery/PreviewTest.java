package kz.zharshy.gallery;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.post.Length;
import kz.zharshy.post.PostOptions;
import kz.zharshy.sandbox.world.PictureSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the preview shows is what the channel gets, to the byte. */
@Tag("slow")
final class PreviewTest {
  @TempDir Path folder;
  private final Gallery gallery = new Gallery();
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    house.ask(OWNER, "en", "/start");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void eachArticleOfTheGalleryGoesOutAsItWasPreviewed() {
    int parts = 0;
    Length length = Length.SPLIT;
    for (Path file : gallery.files()) {
      if (Gallery.length(file) != length) {
        length = Gallery.length(file);
        house.look(style -> style.withLength(Gallery.length(file)));
      }
      Article article = gallery.article(file);
      Plan plan = article.plan();
      Plan here =
          new Plan(null, null, null, plan.priority(), Plan.Window.ALWAYS, plan.silent(), null);
      long id = add(readable(article.content()), here, ArticleState.DRAFT);

      List<String> previewed = previewed(id);
      house.ask(OWNER, "en", "/card " + id + " now");
      List<String> posted = posted(Duration.ofSeconds(20));

      assertThat(previewed).as("%s", file).isNotEmpty().isEqualTo(posted);
      parts += posted.size();
    }
    assertThat(parts).isGreaterThan(gallery.files().size());
  }

  @Test
  void thePreviewIsForTheHourOfGoingOut() {
    PostOptions.Silence night =
        new PostOptions.Silence(Set.of(), LocalTime.of(22, 0), LocalTime.of(7, 0));
    PostOptions usual = PostOptions.USUAL;
    house.look(
        style ->
            style.withHabits(
                new PostOptions(
                    usual.hashtags(),
                    usual.preview(),
                    usual.protect(),
                    usual.tracking(),
                    night,
                    usual.siblings())));
    Plan late = Plan.atOnce().withPublishAt(NOW.plus(Duration.ofHours(8)));
    long id = add(Content.builder("At night", "Text.").build(), late, ArticleState.QUEUED);

    List<String> previewed = previewed(id);

    assertThat(previewed).singleElement().asString().contains("\"disable_notification\":true");
    house.time.pass(Duration.ofHours(8).minusSeconds(5));
    assertThat(posted(Duration.ofSeconds(20))).isEqualTo(previewed);
  }

  @Test
  void whatIsFollowedInABurstMakesNoSoundInThePreviewEither() {
    house.ask(OWNER, "en", "/slots burst 60");
    Instant at = NOW.plus(Duration.ofHours(1));
    List<Long> ids =
        List.of(
            add(Content.builder("One", "Text.").build(), at(at), ArticleState.QUEUED),
            add(Content.builder("Two", "Text.").build(), at(at), ArticleState.QUEUED),
            add(
                Content.builder("Three", "Text.").build(),
                at(at.plusSeconds(3600)),
                ArticleState.QUEUED));
    List<String> previewed = new ArrayList<>();
    ids.forEach(id -> previewed.addAll(previewed(id)));

    assertThat(previewed.get(0)).contains("\"disable_notification\":true");
    assertThat(previewed.get(1)).doesNotContain("\"disable_notification\":true");
    house.time.pass(Duration.ofMinutes(59));
    List<String> posted = new ArrayList<>(posted(Duration.ofMinutes(2)));
    house.time.pass(Duration.ofMinutes(58));
    posted.addAll(posted(Duration.ofMinutes(2)));
    assertThat(posted).isEqualTo(previewed);
  }

  private static Plan at(Instant moment) {
    return Plan.atOnce().withPublishAt(moment);
  }

  private long add(Content content, Plan plan, ArticleState state) {
    Draft draft = new Draft(null, content, plan, state);
    return house.database().articles().add(draft, "test", house.time.instant()).article().id();
  }

  /** The messages of a preview, but for what the bot says below them and of earlier articles. */
  private List<String> previewed(long id) {
    int before = house.world().calls().size();
    house.ask(OWNER, "en", "/card " + id + " preview");
    house.settle();
    return calls(before, Long.toString(OWNER));
  }

  private List<String> posted(Duration within) {
    int before = house.world().calls().size();
    house.passes(within);
    return calls(before, "@tau_news");
  }

  private List<String> calls(int before, String chat) {
    return house.world().calls().stream()
        .skip(before)
        .filter(call -> call.params().path("chat_id").asText().equals(chat))
        .filter(call -> !call.params().path("text").asText().matches("(?s)(?:👆|✅).*"))
        .map(
            call -> {
              ObjectNode params = call.params().deepCopy();
              params.remove("chat_id");
              return call.method() + " " + call.status() + " " + params;
            })
        .toList();
  }

  /** A file of this machine is there. */
  private Content readable(Content content) {
    List<Media> pictures = new ArrayList<>();
    for (Media picture : content.media()) {
      pictures.add(
          picture.location().contains("://") ? picture : Media.photo(file(), picture.caption()));
    }
    return Content.builder(content.title(), content.body())
        .bodyFormat(content.bodyFormat())
        .language(content.language())
        .section(content.section())
        .summary(content.summary())
        .author(content.author())
        .sourceUrl(content.sourceUrl())
        .publishedAt(content.publishedAt())
        .media(pictures)
        .tags(content.tags())
        .build();
  }

  private String file() {
    try {
      Path media = Files.createDirectories(folder.resolve("media"));
      return Files.write(media.resolve("picture.png"), PictureSize.placeholder()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
