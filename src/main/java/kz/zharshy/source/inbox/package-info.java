/** A folder into which files with articles are dropped. */
@NullMarked
package kz.zharshy.source.inbox;

import org.jspecify.annotations.NullMarked;
