/**
 * Throws broken bytes at everything that reads what others wrote. What was once found stands in the
 * resources of this package and is read again by each run of the tests.
 */
@NullMarked
package kz.zharshy.fuzz;

import org.jspecify.annotations.NullMarked;
