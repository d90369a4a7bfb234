package kz.zharshy.post;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Content;
import kz.zharshy.language.Language;

/**
 * An article with all that its layout depends on.
 *
 * @param blocks its body, without the headline
 */
record PostInput(
    Content content, List<Block> blocks, Pictures pictures, Language language, ChannelStyle style) {
  static PostInput of(Content content, BodyReader reader, Language language, ChannelStyle style) {
    List<Block> blocks = body(content, reader);
    return new PostInput(content, blocks, Pictures.of(content, blocks), language, style);
  }

  /** The body without the headline, which web pages and Markdown files often repeat in it. */
  static List<Block> body(Content content, BodyReader reader) {
    List<Block> blocks = reader.read(content.body(), content.bodyFormat()).blocks();
    boolean repeated =
        !blocks.isEmpty()
            && PlainText.of(blocks.get(0)).equals(TextSanitizer.line(content.title()));
    return repeated ? blocks.subList(1, blocks.size()) : blocks;
  }

  boolean isEmpty() {
    PostTextBuilder out = new PostTextBuilder();
    out.plain(content.title());
    if (out.postText().text().isEmpty()) {
      new BlockWriter(out).write(blocks);
    }
    return out.postText().text().isEmpty();
  }

  /** Where the article can be read as a whole. */
  Optional<String> source() {
    return Optional.ofNullable(content.sourceUrl())
        .flatMap(LinkAddress::of)
        .map(address -> added(address, style.habits().tracking()));
  }

  /** The address with those parameters that it does not have, before its fragment. */
  private static String added(String address, String parameters) {
    int hash = address.indexOf('#');
    String page = hash < 0 ? address : address.substring(0, hash);
    StringBuilder tracked = new StringBuilder(page);
    for (String parameter : parameters.split("&", -1)) {
      String name = parameter.substring(0, parameter.indexOf('=') + 1);
      if (!name.isEmpty() && !page.contains("?" + name) && !page.contains("&" + name)) {
        tracked.append(tracked.indexOf("?") < 0 ? '?' : '&').append(parameter);
      }
    }
    return hash < 0 ? tracked.toString() : tracked.append(address.substring(hash)).toString();
  }
}
