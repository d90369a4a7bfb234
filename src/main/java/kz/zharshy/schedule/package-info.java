/**
 * When posts go out: times as editors write them, and the rules by which a channel's articles take
 * turns.
 */
@NullMarked
package kz.zharshy.schedule;

import org.jspecify.annotations.NullMarked;
