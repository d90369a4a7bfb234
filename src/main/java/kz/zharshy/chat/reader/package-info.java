/** What every reader can do in the chat with the bot. */
@NullMarked
package kz.zharshy.chat.reader;

import org.jspecify.annotations.NullMarked;
