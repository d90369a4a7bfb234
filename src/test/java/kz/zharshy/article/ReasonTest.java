package kz.zharshy.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasonTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void itIsStoredAsAnArrayThatAPersonCanRead() {
    Reason doubt = Reason.of(ReasonCode.DOUBT, 1, 2, Reason.of(ReasonCode.NO_LOG_CHAT));

    assertThat(Reason.of(ReasonCode.LATE, NOON)).hasToString("[\"late\",\"2026-11-22T12:00:00Z\"]");
    assertThat(doubt).hasToString("[\"doubt\",1,2,[\"no-log-chat\"]]");
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void eachIsReadAsItWasStored(ReasonCode code) {
    Reason reason = Reasons.example(code);

    assertThat(Reason.read(reason.toString())).isEqualTo(reason);
    assertThat(ReasonCode.ofText(code.text())).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It needs a picture.",
        "",
        "[",
        "[]",
        "[1]",
        "[\"late\"]",
        "[\"late\",\"soon\"]",
        "[\"late\",1]",
        "[\"late\",\"2026-11-22T12:00:00Z\",1]",
        "[\"late\",\"2026-11-22T12:00:00Z\"] ]",
        "[\"doubt\",1,2,[\"of-tomorrow\"]]",
        "[\"of-tomorrow\",\"x\"]",
        "{\"code\":\"late\"}"
      })
  void whatItDoesNotKnowIsSomebodysOwnWords(String stored) {
    assertThat(Reason.read(stored)).isEqualTo(Reason.of(ReasonCode.WORDS, stored));
  }

  @Test
  void argumentsThatAreNotThoseOfTheCodeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reason.of(ReasonCode.LATE, "soon"))
        .withMessage("LATE takes [TIME]: [soon]");
    assertThatIllegalArgumentException().isThrownBy(() -> Reason.of(ReasonCode.LATE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reason.of(ReasonCode.MISTAKES, "a.json", 1, List.of("x")));
  }
}
