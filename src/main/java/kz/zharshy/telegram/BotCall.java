package kz.zharshy.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call of the Bot API, exactly as it goes out.
 *
 * @param method the method's name as the Bot API documents it, for example {@code sendMessage}
 * @param params its parameters by their names in the Bot API; must not be changed
 */
public record BotCall(String method, ObjectNode params) {}
