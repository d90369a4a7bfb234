package kz.zharshy.source.reader;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
  /** How an article from outside is written. */
  private enum SourceKind {
    PAGE_TEXT,
    MARKDOWN,
    JSON,
    HTML;

    private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[\\[{\\]\"]");
    private static final Pattern HTML_START =
        Pattern.compile(
            "<(?:!doctype\\s+html|!--|\\?xml|html|head|body|article|main|section|div|p|h[1-6]|meta"
                + "|title|header|table|ul|ol|span|b|i|a|img|figure|blockquote)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKDOWN_START =
        Pattern.compile("# +\\S|---[ \\t]*\\R[\\s\\S]*?^---[ \\t]*$", Pattern.MULTILINE);

    /** By the name's ending where it is known, else by how the text begins. */
    static SourceKind of(SourceText source, String text) {
      String path = pathOf(source).toLowerCase(Locale.ROOT);
      if (path.endsWith(".txt")) {
        return PAGE_TEXT;
      }
      if (path.endsWith(".md") || path.endsWith(".markdown")) {
        return MARKDOWN;
      }
      if (path.endsWith(".json")) {
        return JSON;
      }
      if (path.endsWith(".html") || path.endsWith(".htm") || path.endsWith(".xhtml")) {
        return HTML;
      }
      return sniff(text);
    }

    private static String pathOf(SourceText source) {
      String name = source.name();
      int query = source.isPage() ? name.indexOf('?') : -1;
      return query < 0 ? name : name.substring(0, query);
    }

    private static SourceKind sniff(String text) {
      String start = text.stripLeading();
      if (JSON_START.matcher(start).lookingAt()) {
        return JSON;
      }
      if (HTML_START.matcher(start).lookingAt()) {
        return HTML;
      }
      return MARKDOWN_START.matcher(start).lookingAt() ? MARKDOWN : PAGE_TEXT;
    }
  }

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
