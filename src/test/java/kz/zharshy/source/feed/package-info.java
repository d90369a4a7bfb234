@NullMarked
package kz.zharshy.source.feed;

import org.jspecify.annotations.NullMarked;
