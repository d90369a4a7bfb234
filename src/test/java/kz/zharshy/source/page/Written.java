package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Media;
import kz.zharshy.article.Run;
import kz.zharshy.source.body.BodyBlocks;
import org.jspecify.annotations.Nullable;

/** An article as one text with everything in it, for comparing. */
public final class Written {
  private final List<String> lines = new ArrayList<>();

  private Written() {}

  public static String of(Draft draft) {
    Written written = new Written();
    Content content = draft.content();
    written.fact("title", content.title());
    written.fact("name", draft.externalId());
    written.fact("section", content.section());
    written.fact("author", content.author());
    written.fact("published", content.publishedAt());
    written.fact("language", content.language());
    written.fact("channel", draft.plan().channel());
    written.fact("summary", content.summary());
    written.fact("tags", content.tags().isEmpty() ? null : content.tags());
    content.media().forEach(picture -> written.fact("picture", picture(picture)));
    written.lines.add("");
    new BodyBlocks()
        .read(content.body(), content.bodyFormat())
        .blocks()
        .forEach(block -> written.block(block, ""));
    return String.join("\n", written.lines) + "\n";
  }

  private void fact(String name, @Nullable Object value) {
    if (value != null) {
      lines.add(name + ": " + value);
    }
  }

  private void block(Block block, String margin) {
    if (block instanceof Block.Paragraph paragraph) {
      lines.add(margin + text(paragraph.runs()));
    } else if (block instanceof Block.Heading heading) {
      lines.add(margin + "#".repeat(heading.level()) + " " + text(heading.runs()));
    } else if (block instanceof Block.Quote quote) {
      quote.blocks().forEach(inner -> block(inner, margin + "> "));
    } else if (block instanceof Block.Items items) {
      int number = items.start();
      for (List<Block> item : items.items()) {
        String mark = items.ordered() ? number++ + ". " : "- ";
        item.forEach(inner -> block(inner, margin + mark));
      }
    } else if (block instanceof Block.Code code) {
      lines.add("```" + (code.language() == null ? "" : code.language()));
      lines.add(code.text());
      lines.add("```");
    } else if (block instanceof Block.Table table) {
      table
          .rows()
          .forEach(row -> lines.add(String.join(" | ", row.stream().map(Written::text).toList())));
    } else if (block instanceof Block.Figure figure) {
      lines.add(margin + picture(figure.picture()));
    } else if (block instanceof Block.Rule) {
      lines.add("———");
    }
  }

  private static String picture(Media picture) {
    String caption = picture.caption() == null ? "" : picture.caption();
    return "![" + caption + "](" + picture.location() + ")";
  }

  private static String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      String set = run.marks().contains(Mark.BOLD) ? "**" + run.text() + "**" : run.text();
      String slanted = run.marks().contains(Mark.ITALIC) ? "_" + set + "_" : set;
      text.append(run.link() == null ? slanted : "[" + slanted + "](" + run.link() + ")");
    }
    return text.toString();
  }
}
