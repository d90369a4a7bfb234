/** Faults on demand: lost answers, delays, floods and refusals. */
@NullMarked
package kz.zharshy.sandbox.fault;

import org.jspecify.annotations.NullMarked;
