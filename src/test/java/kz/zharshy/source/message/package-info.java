@NullMarked
package kz.zharshy.source.message;

import org.jspecify.annotations.NullMarked;
