package kz.zharshy.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SettingsTableTest {
  private final SettingsTable table = FooterReading.table();

  @Test
  void theHandbooksTableHasARowForEachKey() {
    String[] lines = table.markdown().split("\n");

    assertThat(lines).hasSize(2 + table.all().size());
    assertThat(lines)
        .contains(
            "| `bot.token` | `ZHARSHY_BOT_TOKEN` | token, secret | none | The bot's token from"
                + " @BotFather. Better kept in the environment than in the file. |",
            "| `database` | `ZHARSHY_DATABASE` | path | `data/zharshy.db` | The SQLite database with"
                + " the queue. Created if missing. |");
  }

  @Test
  void everyKeyHasAVariableOfItsOwn() {
    assertThat(table.all())
        .extracting(row -> SettingsTable.variable(row.key()))
        .doesNotHaveDuplicates()
        .contains("ZHARSHY_LIMITS_CHANNEL_PER_MINUTE", "ZHARSHY_BOT_LOG_CHAT", "ZHARSHY_CHANNELS");
  }
}
