package kz.zharshy.source.reader;

import java.util.Locale;
import java.util.regex.Pattern;
import kz.zharshy.source.SourceText;

/** How an article from outside is written. */
enum SourceKind {
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
