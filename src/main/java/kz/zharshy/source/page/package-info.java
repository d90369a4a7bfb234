/**
 * The article of a site's page, as text or as HTML: what is headline, date, author, words, and what
 * is the site's; and the channel that its subscribe footer names.
 */
@NullMarked
package kz.zharshy.source.page;

import org.jspecify.annotations.NullMarked;
