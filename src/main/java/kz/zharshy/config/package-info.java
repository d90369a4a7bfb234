/** Settings: one table of keys, read from a file and the environment, checked at once. */
@NullMarked
package kz.zharshy.config;

import org.jspecify.annotations.NullMarked;
