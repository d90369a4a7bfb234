/** For the engineer on call: the doctor and the health check. */
@NullMarked
package kz.zharshy.ops;

import org.jspecify.annotations.NullMarked;
