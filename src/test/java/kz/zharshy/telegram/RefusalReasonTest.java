package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusalReasonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | Bad Request: not enough rights to send text messages to the chat | NO_RIGHTS
          400 | Bad Request: need administrator rights in the channel chat | NO_RIGHTS
          403 | Forbidden: bot is not a member of the channel chat | NOT_IN_CHANNEL
          403 | Forbidden: bot was kicked from the channel chat | NOT_IN_CHANNEL
          400 | Bad Request: chat not found | NO_SUCH_CHAT
          400 | Bad Request: PHOTO_INVALID_DIMENSIONS | PICTURE_REFUSED
          400 | Bad Request: IMAGE_PROCESS_FAILED | PICTURE_REFUSED
          400 | Bad Request: wrong file identifier/HTTP URL specified | PICTURE_NOT_FETCHED
          400 | Bad Request: failed to get HTTP URL content | PICTURE_NOT_FETCHED
          400 | Bad Request: message is too long | TEXT_TOO_LONG
          400 | Bad Request: message can't be deleted for everyone | CANNOT_DELETE
          400 | Bad Request: message can't be edited | CANNOT_EDIT
          429 | Too Many Requests: retry after 3 | FLOOD
          401 | Unauthorized | TOKEN_REFUSED
          400 | Bad Request: nope | TELEGRAM_SAYS
          403 | Forbidden: nope | TELEGRAM_SAYS
          """)
  void telegramsWordsAreMappedToACodeAndStandBesideIt(int code, String words, ReasonCode reason) {
    assertThat(RefusalReason.of(new Outcome.Refused<>(code, words, null, null)))
        .isEqualTo(Reason.of(reason, words));
  }

  @Test
  void aFileOfThisMachineIsNamed() {
    Outcome.Refused<?> refused =
        new Outcome.Refused<>(RefusalTable.UNREADABLE, "gone.jpg", null, null);

    assertThat(RefusalReason.of(refused))
        .isEqualTo(Reason.of(ReasonCode.FILE_UNREADABLE, "gone.jpg"));
  }
}
