/** Charts as pictures, drawn without a font, a screen or a library of the machine. */
@NullMarked
package kz.zharshy.chat.editor.chart;

import org.jspecify.annotations.NullMarked;
