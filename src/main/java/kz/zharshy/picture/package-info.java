/** Gets pictures and makes them fit for Telegram. */
@NullMarked
package kz.zharshy.picture;

import org.jspecify.annotations.NullMarked;
