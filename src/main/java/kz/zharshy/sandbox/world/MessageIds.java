package kz.zharshy.sandbox.world;

/**
 * Numbers messages one after the other: each channel and supergroup has numbers of its own, all
 * private chats of the bot share one row.
 */
final class MessageIds {
  private int last;

  int next() {
    return ++last;
  }
}
