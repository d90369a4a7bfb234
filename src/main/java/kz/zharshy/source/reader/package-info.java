/** Articles in files: which format a file has, and the fields of JSON and front matter. */
@NullMarked
package kz.zharshy.source.reader;

import org.jspecify.annotations.NullMarked;
