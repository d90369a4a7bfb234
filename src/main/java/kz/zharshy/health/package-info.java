/** Whether the program does its work: heartbeats of its workers, and troubles of its parts. */
@NullMarked
package kz.zharshy.health;

import org.jspecify.annotations.NullMarked;
