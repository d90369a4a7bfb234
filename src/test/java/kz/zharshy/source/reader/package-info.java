@NullMarked
package kz.zharshy.source.reader;

import org.jspecify.annotations.NullMarked;
