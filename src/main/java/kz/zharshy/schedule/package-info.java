/**
 * When things happen in a newsroom: times as editors write them, and the rules by which a channel's
 * posts take their turns.
 */
@NullMarked
package kz.zharshy.schedule;

import org.jspecify.annotations.NullMarked;
