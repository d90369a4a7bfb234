/**
 * Articles from outside. Here stand what all below share: the bytes that came, their character set,
 * lines and addresses made clean, and why something cannot be read. The packages below know this
 * one, {@code reader} and {@code feed} know those of single formats, and nobody here knows them.
 */
@NullMarked
package kz.zharshy.source;

import org.jspecify.annotations.NullMarked;
