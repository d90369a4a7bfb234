package kz.zharshy.chat.editor;

import java.util.Optional;
import kz.zharshy.chat.Question;

/**
 * What a person was asked about an article and will answer with the next message. It is kept in the
 * database, so that it survives a restart and another device.
 */
final class Questions {
  /**
   * An open question.
   *
   * @param kind what the answer is for: {@code at}, {@code edit}, {@code changes}, {@code headline}
   * @param kept what was said before
   */
  record Open(String kind, long article, String kept) {}

  private final Desk desk;

  Questions(Desk desk) {
    this.desk = desk;
  }

  void ask(Question question, String kind, long article, String kept) {
    desk.database()
        .dialogues()
        .ask(question.asker().userId(), kind + " " + article + " " + kept, desk.now());
  }

  Optional<Open> open(Question question) {
    return desk.database()
        .dialogues()
        .open(question.asker().userId(), question.updateId())
        .map(
            asked -> {
              String[] parts = asked.split(" ", 3);
              return new Open(parts[0], Long.parseLong(parts[1]), parts[2]);
            });
  }

  void answered(Question question) {
    desk.database().dialogues().answered(question.asker().userId(), question.updateId());
  }
}
