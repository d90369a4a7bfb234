package kz.zharshy.chat.editor;

import java.util.Optional;
import kz.zharshy.chat.Request;

/**
 * What a person was asked about an article and will answer with the next message. It is kept in the
 * database, so that it survives a restart and another device.
 */
record Questions(EditorContext context) {
  /**
   * An open question.
   *
   * @param kind what the answer is for: {@code at}, {@code edit}, {@code changes}, {@code headline}
   * @param kept what was said before
   */
  record Open(String kind, long article, String kept) {}

  void ask(Request request, String kind, long article, String kept) {
    context
        .database()
        .pendingQuestions()
        .ask(request.requester().userId(), kind + " " + article + " " + kept, context.now());
  }

  Optional<Open> open(Request request) {
    return context
        .database()
        .pendingQuestions()
        .open(request.requester().userId(), request.updateId())
        .map(
            asked -> {
              String[] parts = asked.split(" ", 3);
              return new Open(parts[0], Long.parseLong(parts[1]), parts[2]);
            });
  }

  void answered(Request request) {
    context
        .database()
        .pendingQuestions()
        .answered(request.requester().userId(), request.updateId());
  }
}
