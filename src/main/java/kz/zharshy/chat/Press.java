package kz.zharshy.chat;

import org.jspecify.annotations.Nullable;

/**
 * A button that was pressed.
 *
 * @param id Telegram's name for the press, for the one answer that it gets
 * @param messageId the message that the button is below; null where Telegram keeps it no more
 */
public record Press(String id, @Nullable Integer messageId) {}
