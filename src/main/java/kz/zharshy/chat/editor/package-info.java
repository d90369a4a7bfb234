/** What owners and editors can do in the chat with the bot. */
@NullMarked
package kz.zharshy.chat.editor;

import org.jspecify.annotations.NullMarked;
