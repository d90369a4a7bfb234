package kz.zharshy.chat;

import kz.zharshy.post.PostPart;
import kz.zharshy.telegram.BotCall;

/** One thing that the bot does in answer. */
public sealed interface ReplyAction {
  /** Says something in the chat where it was asked. */
  record Say(Answer answer) implements ReplyAction {}

  /** Puts this in place of the message whose button was pressed; said anew where none was. */
  record Change(Answer answer) implements ReplyAction {}

  /**
   * Shows a few words over the chat where a button was pressed; nothing where none was.
   *
   * @param text at most 200 characters, which is the Bot API's limit
   * @param alert whether they stay until they are tapped away
   */
  record Show(String text, boolean alert) implements ReplyAction {
    private static final int LONGEST = 200;

    public Show {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException("Longer than %d: %s".formatted(LONGEST, text));
      }
    }
  }

  /** Shows a part of a post in the chat that its header names. */
  record ShowPart(PostPart part) implements ReplyAction {}

  record Send(long chat, BotCall call) implements ReplyAction {}
}
