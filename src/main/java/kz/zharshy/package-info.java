/** Zharshy, a Telegram channel publishing bot for newsrooms. */
@NullMarked
package kz.zharshy;

import org.jspecify.annotations.NullMarked;
