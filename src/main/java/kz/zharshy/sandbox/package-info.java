/**
 * A Telegram on this machine: the Bot API methods in use, its rules, and a page that shows the
 * channel.
 */
@NullMarked
package kz.zharshy.sandbox;

import org.jspecify.annotations.NullMarked;
