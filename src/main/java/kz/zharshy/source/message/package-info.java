/** Messages typed in Telegram, read as articles. */
@NullMarked
package kz.zharshy.source.message;

import org.jspecify.annotations.NullMarked;
