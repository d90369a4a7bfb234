/**
 * Finding articles by words, however people type them: an archive's texts become stems of folded
 * words, and so does what a reader asks for.
 */
@NullMarked
package kz.zharshy.search;

import org.jspecify.annotations.NullMarked;
