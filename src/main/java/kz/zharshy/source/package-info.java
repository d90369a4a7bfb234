/**
 * Reading articles from outside: a page's text, HTML, Markdown, JSON; finding the channel in a
 * subscribe footer.
 */
@NullMarked
package kz.zharshy.source;

import org.jspecify.annotations.NullMarked;
