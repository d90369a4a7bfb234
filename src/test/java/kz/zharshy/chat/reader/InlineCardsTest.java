package kz.zharshy.chat.reader;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.sandbox.api.ReceivedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InlineCardsTest {
  @TempDir Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    long unused =
        house.publish(
            Draft.of(
                Content.builder("Мост открыт", "Новый мост через реку открыли утром.")
                    .media(List.of(Media.photo("https://example.kz/most.jpg", null)))
                    .build()),
            4,
            NOW);
    house.index();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aSearchGivesCardsThatPostHeadlineLeadAndLink() {
    JsonNode card = ask("мосты").get(0);

    assertThat(card.get("id").textValue()).isEqualTo("a_1");
    assertThat(card.get("title").textValue()).isEqualTo("Мост открыт");
    assertThat(card.get("description").textValue())
        .isEqualTo("Новый мост через реку открыли утром.");
    assertThat(card.get("thumbnail_url").textValue()).isEqualTo("https://example.kz/most.jpg");
    assertThat(card.get("input_message_content").get("message_text").textValue())
        .isEqualTo(
            "Мост открыт\n\nНовый мост через реку открыли утром.\n\nhttps://t.me/tau_news/4");
  }

  @Test
  void nothingTypedGivesTheNewestAndAnArticlesMarkThatOne() {
    assertThat(ask("")).hasSize(1);
    assertThat(ask("a_1")).hasSize(1);
    assertThat(ask("a_99")).isEmpty();
    assertThat(ask("единорог")).isEmpty();
  }

  private JsonNode ask(String words) {
    JsonNode update = house.world().personAsksInline(READER, "ru", words);
    house.comes(update);
    house.settle();
    List<ReceivedCall> calls = house.world().calls("answerInlineQuery");
    return calls.get(calls.size() - 1).params().get("results");
  }
}
