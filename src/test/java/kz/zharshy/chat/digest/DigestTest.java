package kz.zharshy.chat.digest;

import static kz.zharshy.chat.digest.DigestFixture.ALMATY;
import static kz.zharshy.chat.digest.DigestFixture.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.chat.digest.DigestFixture.Arrived;
import kz.zharshy.fault.Proves;
import kz.zharshy.language.Language;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Delivery.PlannedPart;
import kz.zharshy.store.Readers.Digest;
import kz.zharshy.store.Readers.Follow;
import kz.zharshy.store.Readers.Kind;
import kz.zharshy.store.Readers.Rhythm;
import kz.zharshy.telegram.Lane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DigestTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Digest AT_FIVE = new Digest(Rhythm.DAILY, 17, Set.of(), List.of());

  @TempDir Path folder;
  private DigestFixture house;
  private int posts;

  @BeforeEach
  void open() {
    house = new DigestFixture(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aDigestTellsWhatCameOutSinceTheLastOne() {
    publish("Ескі көпір жөнделді", null, List.of(), Priority.NORMAL);
    publish("Мост открыли", "Город", List.of(), Priority.NORMAL);
    publish("A bridge opens", null, List.of(), Priority.NORMAL);
    subscribe(1, Language.KK, AT_FIVE);
    subscribe(
        2, Language.RU, new Digest(Rhythm.DAILY, 17, Set.of(Language.EN, Language.RU), List.of()));
    subscribe(3, Language.RU, new Digest(Rhythm.DAILY, 17, Set.of(), List.of("город")));
    house.run(DAY.multipliedBy(2));

    assertThat(house.arrived)
        .extracting(letter -> letter.chat() + ": " + letter.text())
        .containsExactly(
            "1: Жаңалықтар шолуы, 2026 жылғы 22 қараша\n\n• Ескі көпір жөнделді",
            "2: Подборка новостей, 22 ноября 2026\n\n• A bridge opens\n\n• Мост открыли",
            "3: Подборка новостей, 22 ноября 2026\n\n• Мост открыли");
    assertThat(house.arrived.get(0).at()).isBetween(at(17, ALMATY), at(17, ALMATY).plusSeconds(61));
  }

  @Test
  void aReaderElsewhereGetsItAtThatHourThere() {
    publish("Мост открыли", null, List.of(), Priority.NORMAL);
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    subscribe(1, Language.RU, AT_FIVE);
    house.database.readers().live(1, berlin, at(17, berlin), BEGIN);
    house.run(DAY);

    assertThat(house.arrived).hasSize(1);
    assertThat(house.arrived.get(0).at()).isBetween(at(17, berlin), at(17, berlin).plusSeconds(61));
  }

  @Test
  void tenThousandReadersGetEachOneDigestOverThreeKills() {
    publish("Мост открыли", null, List.of(), Priority.NORMAL);
    house.subscribeAll(10_000, at(17, ALMATY));
    house.time.pass(Duration.between(house.time.instant(), at(17, ALMATY)));
    house.killBefore = 2_500;
    house.killAfter = 5_000;
    Instant begin = house.time.instant();
    int kills = 0;
    int looks = 0;
    while (house.arrived.size() < 10_000) {
      house.run(Duration.ofSeconds(2));
      looks++;
      assertThat(waitOf("@channel_" + looks, Lane.POST)).isZero();
      assertThat(waitOf("9000" + looks, Lane.ANSWER)).isLessThan(SECOND);
      if (house.arrived.size() > 7_500 && kills++ == 0) {
        house.killBefore = house.arrived.size() + 10;
      }
    }
    Duration taken = Duration.between(begin, house.arrived.get(9_999).at());

    assertThat(house.arrived).extracting(Arrived::chat).doesNotHaveDuplicates().hasSize(10_000);
    assertThat(house.arrived)
        .extracting(Arrived::text)
        .containsOnly("Подборка новостей, 22 ноября 2026\n\n• Мост открыли");
    // 10,000 at 25 a second take 400 seconds; 5 percent more are 420.
    assertThat(taken).isLessThanOrEqualTo(Duration.ofMinutes(7));
    house.run(Duration.ofMinutes(10));
    assertThat(house.arrived).hasSize(10_000);
    assertThat(house.database.outbox().inDoubt()).isEmpty();
  }

  @Test
  @Proves({"a reader blocks the bot | unsubscribed", "a reader blocks the bot | not tried again"})
  void aReaderWhoBlockedTheBotIsNotTriedAgain() {
    publish("Мост открыли", null, List.of(), Priority.NORMAL);
    subscribe(1, Language.RU, AT_FIVE);
    house.blocked.add(1L);
    house.run(DAY);
    house.blocked.clear();
    publish("Паром на мели", null, List.of(), Priority.NORMAL);
    house.run(DAY);

    assertThat(house.arrived).isEmpty();
  }

  @Test
  @Proves("a reader blocks the bot | nobody else waits")
  void whoBlockedTheBotHoldsUpNobodyElse() {
    publish("Мост открыли", null, List.of(), Priority.NORMAL);
    subscribe(1, Language.RU, AT_FIVE);
    subscribe(2, Language.RU, AT_FIVE);
    house.blocked.add(1L);

    house.run(DAY);

    assertThat(house.arrived).extracting(Arrived::chat).containsExactly(2L);
  }

  @Test
  void whoFollowsMuchGetsABundle() {
    follow(1, new Follow(Kind.WORD, "мост", "мост"));
    follow(1, new Follow(Kind.SECTION, "город", "Город"));
    follow(1, new Follow(Kind.TAG, "река", "река"));
    follow(2, new Follow(Kind.BREAKING, "", ""));
    publish("Мосты разведут ночью", "Город", List.of("Река"), Priority.NORMAL);
    publish("Трамвай вернулся", "Город", List.of(), Priority.NORMAL);
    publish("Погода", null, List.of(), Priority.BREAKING);
    house.run(Duration.ofMinutes(5));
    publish("Мост закрыт", null, List.of(), Priority.NORMAL);
    publish("Ещё о мосте", null, List.of(), Priority.NORMAL);
    house.run(Duration.ofMinutes(40));

    assertThat(house.arrived)
        .extracting(letter -> letter.chat() + ": " + letter.text())
        .containsExactlyInAnyOrder(
            "1: 2 новости по вашим подпискам\n\n• Трамвай вернулся\n\n• Мосты разведут ночью",
            "2: 1 новость по вашим подпискам\n\n• Погода",
            "1: 2 новости по вашим подпискам\n\n• Ещё о мосте\n\n• Мост закрыт");
  }

  @Test
  void atNightNothingComesUnlessOneWantsIt() {
    follow(1, new Follow(Kind.WORD, "мост", "мост"));
    follow(2, new Follow(Kind.WORD, "мост", "мост"));
    house.database.readers().rest(2, false, BEGIN);
    house.time.pass(Duration.ofHours(9));
    publish("Мост закрыт", null, List.of(), Priority.NORMAL);
    house.run(Duration.ofMinutes(5));
    assertThat(house.arrived).extracting(Arrived::chat).containsExactly(2L);
    house.run(Duration.ofHours(9));

    assertThat(house.arrived).extracting(Arrived::chat).containsExactly(2L, 1L);
    assertThat(house.arrived.get(1).at().atZone(ALMATY).getHour()).isEqualTo(8);
  }

  /** How long somebody else waits for a call to another chat meanwhile. */
  private Duration waitOf(String chat, Lane lane) {
    Duration wait = house.budget.take(chat, lane);
    if (wait.isZero()) {
      house.budget.finished(chat);
    }
    return wait;
  }

  private void subscribe(long reader, Language language, Digest digest) {
    Instant now = house.time.instant();
    Instant next = DigestTimes.next(digest, ALMATY, now).orElseThrow();
    house.database.readers().subscribe(reader, language, digest, next, now);
  }

  private void follow(long reader, Follow follow) {
    house.database.readers().follow(reader, Language.RU, follow, house.time.instant());
  }

  private static Instant at(int hour, ZoneId zone) {
    return BEGIN.atZone(zone).withHour(hour).toInstant();
  }

  private void publish(
      String title, @Nullable String section, List<String> tags, Priority priority) {
    Instant at = house.time.instant();
    Plan plan = new Plan(null, null, null, priority, Plan.Window.ALWAYS, false, null);
    Draft draft =
        Draft.of(Content.builder(title, "…").section(section).tags(tags).build()).withPlan(plan);
    Article article = house.database.articles().add(draft, "test", at).article();
    house.database.articles().route(article, "tau_news", draft.content().spokenLanguage());
    Article claimed = house.database.articles().claim("tau_news", at).orElseThrow();
    Delivery part =
        house
            .database
            .ledger()
            .plan(claimed.id(), "tau_news", List.of(new PlannedPart("sendMessage", "{}")), at)
            .get(0);
    house.database.ledger().sending(part.id(), at);
    house.database.ledger().sent(part.id(), ++posts, posts, at);
  }
}
