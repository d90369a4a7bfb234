/** RSS, Atom and JSON feeds, polled for new and changed articles. */
@NullMarked
package kz.zharshy.source.feed;

import org.jspecify.annotations.NullMarked;
