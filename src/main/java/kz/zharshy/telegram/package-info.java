/** The Bot API: sending with an outcome, one flood budget, and updates by polling. */
@NullMarked
package kz.zharshy.telegram;

import org.jspecify.annotations.NullMarked;
