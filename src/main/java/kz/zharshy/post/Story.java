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
record Story(
    Content content, List<Block> blocks, Pictures pictures, Language language, ChannelStyle style) {
  static Story of(Content content, BodyReader reader, Language language, ChannelStyle style) {
    List<Block> blocks = reader.read(content.body(), content.bodyFormat()).blocks();
    // Web pages and Markdown files often repeat the headline at the top of the body.
    if (!blocks.isEmpty() && PlainText.of(blocks.get(0)).equals(CleanText.line(content.title()))) {
      blocks = blocks.subList(1, blocks.size());
    }
    return new Story(content, blocks, Pictures.of(content, blocks), language, style);
  }

  /** Whether neither headline nor body has anything to show. */
  boolean isEmpty() {
    GalleyWriter out = new GalleyWriter();
    out.plain(content.title());
    new BlockWriter(out).write(blocks);
    return out.galley().text().isEmpty();
  }

  /** Where the article can be read as a whole. */
  Optional<String> source() {
    return Optional.ofNullable(content.sourceUrl()).flatMap(LinkAddress::of);
  }
}
