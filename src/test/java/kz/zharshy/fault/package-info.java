/** Lines that break, for the tests of every room. */
@NullMarked
package kz.zharshy.fault;

import org.jspecify.annotations.NullMarked;
