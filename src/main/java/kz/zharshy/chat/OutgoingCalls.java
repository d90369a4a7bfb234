package kz.zharshy.chat;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.telegram.ApiCall;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.ChatCalls;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Makes the calls of a reply. */
final class OutgoingCalls {
  private OutgoingCalls() {}

  /** The calls, in their order; a pressed button is let go first, whatever the reply is. */
  static List<OutgoingCall> of(Reply reply, Incoming incoming) {
    List<OutgoingCall> sendings = new ArrayList<>();
    ButtonPress pressed = incoming.pressed();
    if (pressed != null) {
      sendings.add(OutgoingCall.uncounted(release(pressed, reply)));
    }
    for (ReplyAction step : reply.steps()) {
      if (step instanceof ReplyAction.Say say) {
        sendings.add(OutgoingCall.of(incoming.chat(), message(say.answer(), incoming)));
      } else if (step instanceof ReplyAction.Change change) {
        sendings.add(OutgoingCall.of(incoming.chat(), change(change.answer(), incoming)));
      } else if (step instanceof ReplyAction.Send send) {
        sendings.add(OutgoingCall.of(send.chat(), send.call()));
      } else if (step instanceof ReplyAction.ShowPart show) {
        sendings.add(OutgoingCall.of(show.part()));
      }
    }
    return sendings;
  }

  private static ApiCall<Boolean> release(ButtonPress pressed, Reply reply) {
    return reply.steps().stream()
        .filter(ReplyAction.Show.class::isInstance)
        .map(ReplyAction.Show.class::cast)
        .reduce((former, last) -> last)
        .map(show -> ApiCalls.release(pressed.id(), show.text(), show.alert()))
        .orElseGet(() -> ApiCalls.release(pressed.id(), null, false));
  }

  private static BotCall change(Answer answer, Incoming incoming) {
    ButtonPress pressed = incoming.pressed();
    Integer message = pressed == null ? null : pressed.messageId();
    return message == null
        ? message(answer, incoming)
        : ChatCalls.message(incoming.chat(), message, answer.words());
  }

  private static BotCall message(Answer answer, Incoming incoming) {
    Message message = incoming.message();
    return message == null || incoming.privately()
        ? answer.message(incoming.chat())
        : ChatCalls.message(incoming.chat(), answer.words(), message);
  }
}
