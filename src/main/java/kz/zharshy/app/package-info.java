/**
 * The running program: one composition root that makes everything from the settings, the loops that
 * do the work, and the lease by which only one of several copies works.
 */
@NullMarked
package kz.zharshy.app;

import org.jspecify.annotations.NullMarked;
