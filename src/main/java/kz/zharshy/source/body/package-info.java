/** An article's body, in text, HTML or Markdown, read into blocks of marked runs. */
@NullMarked
package kz.zharshy.source.body;

import org.jspecify.annotations.NullMarked;
