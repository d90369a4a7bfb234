/** Articles in Word documents. */
@NullMarked
package kz.zharshy.source.docx;

import org.jspecify.annotations.NullMarked;
