package kz.zharshy.post;

/**
 * A button under a post.
 *
 * @param url where it leads to, in the form in which Telegram keeps it
 */
public record Button(String text, String url) {}
