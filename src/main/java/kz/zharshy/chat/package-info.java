/**
 * Talking with people in Telegram: updates are routed to commands and answered in the person's
 * language.
 */
@NullMarked
package kz.zharshy.chat;

import org.jspecify.annotations.NullMarked;
