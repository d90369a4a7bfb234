/** The command line: commands only. What they work with is made in {@code app}. */
@NullMarked
package kz.zharshy.cli;

import org.jspecify.annotations.NullMarked;
