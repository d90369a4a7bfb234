package kz.zharshy.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A self-contained piece of an article's body. The text of a run may contain line breaks. */
public sealed interface Block {
  record Paragraph(List<Run> runs) implements Block {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A heading inside the body.
   *
   * @param level 1 is the highest, 6 the lowest
   */
  record Heading(int level, List<Run> runs) implements Block {
    public Heading {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A list; each item consists of blocks.
   *
   * @param start the first number, where {@code ordered}
   */
  record Items(boolean ordered, int start, List<List<Block>> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A quotation of blocks.
   *
   * @param folded whether a reader has to open it to see all of it
   */
  record Quote(List<Block> blocks, boolean folded) implements Block {
    public Quote {
      blocks = List.copyOf(blocks);
    }

    public Quote(List<Block> blocks) {
      this(blocks, false);
    }
  }

  /** Preformatted lines. */
  record Code(@Nullable String language, String text) implements Block {}

  /**
   * A table.
   *
   * @param rows the cells by row; a cell consists of runs
   * @param header whether the first row names the columns
   */
  record Table(boolean header, List<List<List<Run>>> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  record Figure(Media picture) implements Block {}

  record Rule() implements Block {}
}
