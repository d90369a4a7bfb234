/**
 * Kazakh, Russian and English: recognising them, their plurals, and the phrases of the message
 * bundles.
 */
@NullMarked
package kz.zharshy.language;

import org.jspecify.annotations.NullMarked;
