package kz.zharshy.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

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
        sendings.add(change(change.answer(), incoming));
      } else if (step instanceof ReplyAction.Send send) {
        sendings.add(OutgoingCall.of(send.chat(), send.call()));
      } else if (step instanceof ReplyAction.ShowPart show) {
        sendings.add(OutgoingCall.of(show.part()));
      }
    }
    return sendings;
  }

  private static AnswerCallbackQuery release(ButtonPress pressed, Reply reply) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(pressed.id());
    for (ReplyAction step : reply.steps()) {
      if (step instanceof ReplyAction.Show show) {
        answer.setText(show.text());
        answer.setShowAlert(show.alert());
      }
    }
    return answer;
  }

  private static OutgoingCall change(Answer answer, Incoming incoming) {
    ButtonPress pressed = incoming.pressed();
    Integer message = pressed == null ? null : pressed.messageId();
    if (message == null) {
      return OutgoingCall.of(incoming.chat(), message(answer, incoming));
    }
    return OutgoingCall.of(
        incoming.chat(),
        EditMessageText.builder()
            .chatId(incoming.chat())
            .messageId(message)
            .text(answer.text())
            .entities(answer.entities())
            .linkPreviewOptions(noPreview())
            .replyMarkup(markup(answer))
            .build());
  }

  private static SendMessage message(Answer answer, Incoming incoming) {
    SendMessage sending =
        SendMessage.builder()
            .chatId(incoming.chat())
            .text(answer.text())
            .entities(answer.entities())
            .linkPreviewOptions(noPreview())
            .replyMarkup(markup(answer))
            .build();
    Message message = incoming.message();
    if (message != null && !incoming.privately()) {
      sending.setReplyParameters(
          ReplyParameters.builder()
              .messageId(message.getMessageId())
              .allowSendingWithoutReply(true)
              .build());
      if (message.isTopicMessage()) {
        sending.setMessageThreadId(message.getMessageThreadId());
      }
    }
    return sending;
  }

  private static @Nullable InlineKeyboardMarkup markup(Answer answer) {
    return answer.buttons() == null ? null : answer.buttons().markup();
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }
}
