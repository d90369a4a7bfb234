/** The page that shows the channel in a browser, and what it asks the server for. */
@NullMarked
package kz.zharshy.sandbox.page;

import org.jspecify.annotations.NullMarked;
