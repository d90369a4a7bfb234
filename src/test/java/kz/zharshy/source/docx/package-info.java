@NullMarked
package kz.zharshy.source.docx;

import org.jspecify.annotations.NullMarked;
