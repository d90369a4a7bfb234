/** When and how a post goes out: the publisher, and recovery after a crash. */
@NullMarked
package kz.zharshy.publish;

import org.jspecify.annotations.NullMarked;
