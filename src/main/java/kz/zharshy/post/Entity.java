package kz.zharshy.post;

import org.jspecify.annotations.Nullable;

/**
 * A MessageEntity of the Bot API.
 *
 * @param type the Bot API's word, for example {@code bold} or {@code text_link}
 * @param offset where it starts, in UTF-16 units
 * @param length how long it is, in UTF-16 units, at least 1
 * @param url for {@code text_link}
 * @param language for {@code pre}
 */
public record Entity(
    String type, int offset, int length, @Nullable String url, @Nullable String language) {}
