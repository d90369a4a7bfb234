package kz.zharshy.source.reader;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Gate.Way;
import kz.zharshy.source.Fingerprint;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;

/** Takes the articles of files that programs and operators bring through the gate. */
public final class FileEntries {
  private FileEntries() {}

  /**
   * What a file holds, in order.
   *
   * @param way the inbox, or {@code add}
   * @throws UnreadableException if there is no article to be had, or if any of them has a mistake
   */
  public static List<Gate.Entry> of(Way way, SourceText file, ArticleReader reader)
      throws UnreadableException {
    List<Draft> drafts = reader.read(file);
    List<String> names = Fingerprint.names(file, drafts.size());
    boolean page = reader.isHtml(file);
    List<Gate.Entry> entries = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      entries.add(
          page
              ? Gate.saved(drafts.get(i), names.get(i))
              : Gate.program(way, drafts.get(i), names.get(i)));
    }
    return entries;
  }

  /**
   * What a page holds, by the address at which it was found.
   *
   * @throws UnreadableException if there is no article to be had, or if any of them has a mistake
   */
  public static List<Gate.Entry> ofPage(SourceText page, ArticleReader reader)
      throws UnreadableException {
    List<Draft> drafts = reader.read(page);
    List<String> names = Fingerprint.names(page, drafts.size());
    List<Gate.Entry> entries = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      String own = drafts.size() == 1 ? null : names.get(i);
      entries.add(Gate.added(drafts.get(i), page.address(), own));
    }
    return entries;
  }
}
