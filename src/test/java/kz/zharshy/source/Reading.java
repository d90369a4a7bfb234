package kz.zharshy.source;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.article.Draft;

/** Reads texts as a newsroom in Almaty would. */
final class Reading {
  static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  private Reading() {}

  /** The only article of a file. */
  static Draft draft(String name, String text) {
    List<Draft> drafts = drafts(name, text);
    if (drafts.size() != 1) {
      throw new AssertionError(drafts.size() + " articles instead of one");
    }
    return drafts.get(0);
  }

  /** The only article of a page's text. */
  static Draft page(String text) {
    return draft("page.txt", text);
  }

  static List<Draft> drafts(String name, String text) {
    try {
      return new ArticleReader(ALMATY).read(source(name, text));
    } catch (UnreadableException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static SourceText source(String name, String text) {
    return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
