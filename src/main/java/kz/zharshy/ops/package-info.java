/** What the engineer on call needs: the doctor and health. */
@NullMarked
package kz.zharshy.ops;

import org.jspecify.annotations.NullMarked;
