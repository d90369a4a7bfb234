/** Pages fetched from the internet, and from no private address. */
@NullMarked
package kz.zharshy.source.fetch;

import org.jspecify.annotations.NullMarked;
