/** The Bot API over HTTP: requests, methods, Telegram's checks and its words. */
@NullMarked
package kz.zharshy.sandbox.api;

import org.jspecify.annotations.NullMarked;
