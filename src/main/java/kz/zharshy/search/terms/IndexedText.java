package kz.zharshy.search.terms;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Content;
import kz.zharshy.article.Run;

/** What an article says, as plain text. Safe for use by several threads. */
public final class IndexedText {
  private static final String SPACE = " ";

  private final BodyReader bodies;

  public IndexedText(BodyReader bodies) {
    this.bodies = bodies;
  }

  /** The lead and the body. */
  public String text(Article article) {
    Content content = article.content();
    StringBuilder text = new StringBuilder();
    if (content.summary() != null) {
      text.append(content.summary()).append(SPACE);
    }
    bodies.read(content.body(), content.bodyFormat()).blocks().forEach(block -> add(block, text));
    return text.toString();
  }

  /** What a reader may look for besides: who wrote it, and under which words it is filed. */
  public String filing(Article article) {
    Content content = article.content();
    List<String> words = new ArrayList<>(content.tags());
    if (content.section() != null) {
      words.add(content.section());
    }
    if (content.author() != null) {
      words.add(content.author());
    }
    return String.join(SPACE, words);
  }

  private static void add(Block block, StringBuilder text) {
    if (block instanceof Block.Paragraph paragraph) {
      addRuns(paragraph.runs(), text);
    } else if (block instanceof Block.Heading heading) {
      addRuns(heading.runs(), text);
    } else if (block instanceof Block.Items items) {
      items.items().forEach(item -> item.forEach(part -> add(part, text)));
    } else if (block instanceof Block.Quote quote) {
      quote.blocks().forEach(part -> add(part, text));
    } else if (block instanceof Block.Code code) {
      text.append(code.text()).append(SPACE);
    } else if (block instanceof Block.Table table) {
      table.rows().forEach(row -> row.forEach(cell -> addRuns(cell, text)));
    } else if (block instanceof Block.Figure figure && figure.picture().caption() != null) {
      text.append(figure.picture().caption()).append(SPACE);
    }
  }

  private static void addRuns(List<Run> runs, StringBuilder text) {
    runs.forEach(run -> text.append(run.text()));
    text.append(SPACE);
  }
}
