@NullMarked
package kz.zharshy.source.page;

import org.jspecify.annotations.NullMarked;
