@NullMarked
package kz.zharshy.source.inbox;

import org.jspecify.annotations.NullMarked;
