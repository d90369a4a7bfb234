package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BotApiAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://api.telegram.org, https://api.telegram.org:443",
    "https://api.telegram.org/, https://api.telegram.org:443",
    "http://127.0.0.1:8081, http://127.0.0.1:8081",
    "' HTTP://bots.example ', http://bots.example:80",
    "http://[::1]:8081, http://[::1]:8081"
  })
  void isASchemeAHostAndPerhapsAPort(String text, String address) {
    assertThat(BotApiAddress.parse(text)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.telegram.org",
        "ftp://api.telegram.org",
        "https://",
        "http://127.0.0.1:8081/bots",
        "http://127.0.0.1:8081?x=1",
        "http://127.0.0.1:8081/#top",
        "http://127.0.0.1:70000",
        "not a url"
      })
  void everythingElseIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> BotApiAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining("http://127.0.0.1:8081.");
  }

  @Test
  void aUserNameIsRefusedWithoutRepeatingThePassword() {
    assertThatThrownBy(() -> BotApiAddress.parse("http://me:hunter2@127.0.0.1:8081"))
        .hasMessageNotContaining("hunter2");
  }
}
