package kz.zharshy.post;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kz.zharshy.article.Block;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Media;

/** Writes an article's blocks. */
final class BlockWriter {
  private static final List<String> MARKS = List.of("• ", "◦ ", "▪ ");
  private static final String STEP = "  ";
  private static final String RULE = "———";
  private static final int TAB = 4;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+#._-]{1,32}");

  /** Deeper lists are set as if they were at this depth. */
  private static final int DEEPEST = 8;

  /** Of what is nested deeper than this, only the words are set. */
  private static final int NESTED = 50;

  private final PostTextBuilder out;
  private int depth;
  private int nested;
  private boolean quoted;

  BlockWriter(PostTextBuilder out) {
    this.out = out;
  }

  void write(List<Block> blocks) {
    nested++;
    for (Block block : nested > NESTED ? leaves(blocks) : blocks) {
      out.paragraph();
      write(block);
    }
    nested--;
  }

  /** Without recursion, so that no depth of a hostile text can exhaust the stack. */
  private static List<Block> leaves(List<Block> blocks) {
    List<Block> leaves = new ArrayList<>();
    Deque<Block> open = new ArrayDeque<>(blocks);
    while (!open.isEmpty()) {
      Block block = open.pop();
      if (!(block instanceof Block.Quote || block instanceof Block.Items)) {
        leaves.add(block);
      }
      inside(block).forEach(open::push);
    }
    return leaves;
  }

  /** The blocks that a block is made of, the last one first. */
  static List<Block> inside(Block block) {
    List<Block> inside = new ArrayList<>();
    if (block instanceof Block.Quote quote) {
      inside.addAll(quote.blocks());
    } else if (block instanceof Block.Items items) {
      items.items().forEach(inside::addAll);
    }
    Collections.reverse(inside);
    return inside;
  }

  private void write(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      out.runs(paragraph.runs());
    } else if (block instanceof Block.Heading heading) {
      out.runs(heading.runs(), EnumSet.of(Mark.BOLD));
      out.endHead();
    } else if (block instanceof Block.Items items) {
      list(items);
    } else if (block instanceof Block.Quote quote) {
      quote(quote.blocks(), quote.folded() ? "expandable_blockquote" : "blockquote");
    } else if (block instanceof Block.Code code) {
      code(code);
    } else if (block instanceof Block.Table table) {
      new TableWriter(out).write(table);
    } else if (block instanceof Block.Figure figure) {
      caption(figure.picture());
    } else if (block instanceof Block.Rule) {
      out.plain(RULE);
    }
  }

  private void list(Block.Items items) {
    String margin = STEP.repeat(Math.min(depth, DEEPEST));
    depth++;
    int number = items.start();
    for (List<Block> item : items.items()) {
      String mark = items.ordered() ? number + ". " : MARKS.get(Math.min(depth, MARKS.size()) - 1);
      item(item, margin + mark, margin + STEP);
      number++;
    }
    depth--;
    out.begin(margin, margin);
  }

  private void item(List<Block> blocks, String mark, String indent) {
    nested++;
    out.line();
    out.begin(mark, indent);
    boolean first = true;
    for (Block block : nested > NESTED ? leaves(blocks) : blocks) {
      if (!first) {
        out.line();
      }
      write(block);
      first = false;
    }
    nested--;
  }

  /** Writes blocks that a reader has to open. */
  void fold(List<Block> blocks) {
    quote(blocks, "expandable_blockquote");
  }

  /** Telegram has no quote inside a quote. */
  private void quote(List<Block> blocks, String type) {
    if (quoted) {
      write(blocks);
      return;
    }
    quoted = true;
    int from = out.here();
    write(blocks);
    out.span(type, from);
    quoted = false;
  }

  private void code(Block.Code code) {
    int from = out.here();
    out.verbatim(TextSanitizer.of(untabbed(code.text())).stripTrailing().stripIndent());
    String language = code.language();
    out.code(language != null && LANGUAGE.matcher(language).matches() ? language : null, from);
  }

  /** Telegram makes one space of a tab. */
  private static String untabbed(String text) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int width = c == '\t' ? TAB - column % TAB : 1;
      lines.append(c == '\t' ? " ".repeat(width) : c);
      column = c == '\n' ? 0 : column + width;
    }
    return lines.toString();
  }

  private void caption(Media picture) {
    String caption = picture.caption();
    if (caption != null) {
      out.piece(caption, Set.of(Mark.ITALIC), picture.location());
    }
  }
}
