package kz.zharshy.telegram;

/**
 * An update as Telegram sent it.
 *
 * @param id its {@code update_id}
 * @param json all of it, the id included
 */
public record ReceivedUpdate(long id, String json) {}
