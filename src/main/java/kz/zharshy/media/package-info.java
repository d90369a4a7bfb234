/** Gets pictures and makes them fit for Telegram. */
@NullMarked
package kz.zharshy.media;

import org.jspecify.annotations.NullMarked;
