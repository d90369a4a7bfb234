/** What the sandbox's Telegram holds: people, chats, messages, files, and updates for the bot. */
@NullMarked
package kz.zharshy.sandbox.world;

import org.jspecify.annotations.NullMarked;
