/** Text and entities as Telegram keeps them. */
@NullMarked
package kz.zharshy.sandbox.text;

import org.jspecify.annotations.NullMarked;
