/** The command line, and the one place where everything is put together. */
@NullMarked
package kz.zharshy.cli;

import org.jspecify.annotations.NullMarked;
