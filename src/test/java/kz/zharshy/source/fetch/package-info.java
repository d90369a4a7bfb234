@NullMarked
package kz.zharshy.source.fetch;

import org.jspecify.annotations.NullMarked;
