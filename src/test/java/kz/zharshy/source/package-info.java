@NullMarked
package kz.zharshy.source;

import org.jspecify.annotations.NullMarked;
