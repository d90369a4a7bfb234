/**
 * What comes to readers by itself: digests, and articles that they follow. Prepared once, sent
 * behind everything that somebody waits for, and to each reader once.
 */
@NullMarked
package kz.zharshy.chat.digest;

import org.jspecify.annotations.NullMarked;
