/**
 * An article becomes a post: marked text, splitting, footer. Pure: no clock, no network, no
 * database.
 */
@NullMarked
package kz.zharshy.post;

import org.jspecify.annotations.NullMarked;
