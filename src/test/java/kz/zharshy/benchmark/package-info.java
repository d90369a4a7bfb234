/** How fast posts are made. */
@NullMarked
package kz.zharshy.benchmark;

import org.jspecify.annotations.NullMarked;
