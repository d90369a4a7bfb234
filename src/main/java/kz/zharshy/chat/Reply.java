package kz.zharshy.chat;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that the bot does in answer to one update, in this order.
 *
 * @param steps none where there is nothing to answer
 */
public record Reply(List<ReplyAction> steps) {
  private static final Reply NONE = new Reply(List.of());

  public Reply {
    steps = List.copyOf(steps);
  }

  public static Reply none() {
    return NONE;
  }

  public static Reply say(Answer answer) {
    return new Reply(List.of(new ReplyAction.Say(answer)));
  }

  public static Reply say(String text) {
    return say(Answer.of(text));
  }

  /** This in place of the message whose button was pressed; a new message where none was. */
  public static Reply change(Answer answer) {
    return new Reply(List.of(new ReplyAction.Change(answer)));
  }

  public Reply and(ReplyAction step) {
    return new Reply(Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  /** The one and then the other. */
  public Reply and(Reply other) {
    return new Reply(Stream.concat(steps.stream(), other.steps.stream()).toList());
  }
}
