/**
 * Words as they are compared, however people type them: folded letters, stems, other keyboards,
 * other alphabets.
 */
@NullMarked
package kz.zharshy.search.terms;

import org.jspecify.annotations.NullMarked;
