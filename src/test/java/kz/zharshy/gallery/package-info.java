/** Articles of every kind with the messages that they become. */
@NullMarked
package kz.zharshy.gallery;

import org.jspecify.annotations.NullMarked;
