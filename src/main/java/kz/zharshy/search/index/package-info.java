/**
 * The index of the archive's words: Lucene in a folder that can be thrown away at any time, because
 * it is built anew from the database.
 */
@NullMarked
package kz.zharshy.search.index;

import org.jspecify.annotations.NullMarked;
