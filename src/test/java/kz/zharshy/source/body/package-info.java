@NullMarked
package kz.zharshy.source.body;

import org.jspecify.annotations.NullMarked;
