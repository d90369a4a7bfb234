package kz.zharshy.source.reader;

import java.time.ZoneId;
import java.util.List;
import kz.zharshy.article.Draft;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.CharacterSet;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.TreeBudget;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.docx.DocxArticleReader;
import kz.zharshy.source.docx.DocxFile;
import kz.zharshy.source.page.HtmlArticleReader;
import kz.zharshy.source.page.PageTextReader;
import kz.zharshy.source.page.SiteSelectors;

/**
 * Reads articles from outside: a page's text, Markdown, JSON, HTML or a Word document, told apart
 * by the name's ending or else by how the content begins. Safe for use by several threads.
 */
public final class ArticleReader {
  private final PageTextReader pageText;
  private final MarkdownArticleReader markdown;
  private final JsonArticleReader json;
  private final HtmlArticleReader html;

  /**
   * @param newsroomZone the zone of dates that name none
   */
  public ArticleReader(ZoneId newsroomZone) {
    this(newsroomZone, List.of());
  }

  /**
   * @param newsroomZone the zone of dates that name none
   * @param sites where the pages of single sites have their parts
   */
  public ArticleReader(ZoneId newsroomZone, List<SiteSelectors> sites) {
    ArticleFields fields = new ArticleFields(newsroomZone);
    pageText = new PageTextReader(newsroomZone);
    markdown = new MarkdownArticleReader(fields);
    json = new JsonArticleReader(fields);
    html = new HtmlArticleReader(newsroomZone, sites);
  }

  /**
   * The articles of this source, in order; one, unless it is a JSON array.
   *
   * @throws UnreadableException if there is none to be had, or if any of them has a mistake
   */
  public List<Draft> read(SourceText source) throws UnreadableException {
    return DocxFile.is(source)
        ? List.of(withLanguage(DocxArticleReader.read(source)))
        : TreeBudget.read(source.name(), source.bytes(), () -> text(source));
  }

  private List<Draft> text(SourceText source) throws UnreadableException {
    String text = CharacterSet.decode(source);
    if (CleanText.strip(text).isEmpty()) {
      throw new UnreadableException(ReasonCode.EMPTY, source.name());
    }
    return drafts(source, text).stream().map(ArticleReader::withLanguage).toList();
  }

  /**
   * Whether a source is read as a page in HTML.
   *
   * @throws UnreadableException if it is no text
   */
  public boolean isHtml(SourceText source) throws UnreadableException {
    return !DocxFile.is(source)
        && SourceKind.of(source, CharacterSet.decode(source)) == SourceKind.HTML;
  }

  private List<Draft> drafts(SourceText source, String text) throws UnreadableException {
    return switch (SourceKind.of(source, text)) {
      case PAGE_TEXT -> List.of(pageText.read(source.name(), text));
      case MARKDOWN -> List.of(markdown.read(source.name(), text));
      case JSON -> json.read(source.name(), text);
      case HTML -> List.of(html.read(source, text));
    };
  }

  /** Whoever lists the queue sees the language at once, not only when the post is made. */
  private static Draft withLanguage(Draft draft) {
    return draft.withContent(draft.content().in(draft.content().spokenLanguage()));
  }
}
