package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Block;
import kz.zharshy.article.Content;
import kz.zharshy.post.Warning.Kind;

/** Finds links that lead nowhere, in the body as it was written: its blocks do not have them. */
final class LintLinks {
  private static final Pattern HTML =
      Pattern.compile(
          "<a(\\s[^<>]{0,3000})?>([^<]{0,200})", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\shref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern ANCHOR =
      Pattern.compile("\\s(?:name|id)\\s*=", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKDOWN =
      Pattern.compile("(?<!!)\\[([^\\[\\]\\n]{1,200})]\\(([^()\\s]{0,2000})\\)");
  private static final Pattern LEADS =
      Pattern.compile("(?:https?:|mailto:|tel:|//|www\\.).+", Pattern.CASE_INSENSITIVE);

  private LintLinks() {}

  static List<Warning> of(Content content, List<Block> blocks) {
    List<Warning> found = new ArrayList<>();
    if (blocks.isEmpty()) {
      return found;
    }
    switch (content.bodyFormat()) {
      case TEXT -> {}
      case HTML -> html(content.body(), found);
      case MARKDOWN -> {
        markdown(content.body(), found);
        html(content.body(), found);
      }
    }
    return found;
  }

  private static void html(String body, List<Warning> found) {
    for (Matcher link = HTML.matcher(body); link.find(); ) {
      String attributes = link.group(1) == null ? "" : link.group(1);
      Matcher address = ADDRESS.matcher(attributes);
      boolean named = address.find();
      if (named ? !leads(address) : !ANCHOR.matcher(attributes).find()) {
        add(link.group(2), found);
      }
    }
  }

  private static boolean leads(Matcher address) {
    for (int group = 1; group <= 3; group++) {
      if (address.group(group) != null) {
        return leads(address.group(group));
      }
    }
    return false;
  }

  private static boolean leads(String address) {
    String stripped = address.strip();
    boolean web = stripped.regionMatches(true, 0, "http", 0, 4);
    return web ? LinkAddress.of(stripped).isPresent() : LEADS.matcher(stripped).matches();
  }

  private static void markdown(String body, List<Warning> found) {
    for (Matcher link = MARKDOWN.matcher(body); link.find(); ) {
      if (!leads(link.group(2))) {
        add(link.group(1), found);
      }
    }
  }

  private static void add(String words, List<Warning> found) {
    if (!words.isBlank()) {
      found.add(Warning.of(Kind.LINK_EMPTY, LintText.shortened(words)));
    }
  }
}
