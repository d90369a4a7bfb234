/** How much of what comes from outside may be held in memory at once. */
@NullMarked
package kz.zharshy.memory;

import org.jspecify.annotations.NullMarked;
