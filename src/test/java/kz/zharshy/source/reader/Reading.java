package kz.zharshy.source.reader;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.article.Draft;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;

/** Reads texts as a newsroom in Almaty would. */
public final class Reading {
  public static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  private Reading() {}

  /** The only article of a file. */
  public static Draft draft(String name, String text) {
    List<Draft> drafts = drafts(name, text);
    if (drafts.size() != 1) {
      throw new AssertionError(drafts.size() + " articles instead of one");
    }
    return drafts.get(0);
  }

  /** The only article of a page's text. */
  public static Draft page(String text) {
    return draft("page.txt", text);
  }

  public static List<Draft> drafts(String name, String text) {
    try {
      return new ArticleReader(ALMATY).read(source(name, text));
    } catch (UnreadableException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  public static SourceText source(String name, String text) {
    return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
