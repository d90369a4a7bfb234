/** Reasons that are noted in English, in the languages of the people who have to read them. */
@NullMarked
package kz.zharshy.chat.reason;

import org.jspecify.annotations.NullMarked;
