package kz.zharshy.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of an article's body that stands by itself. A run's text may hold line breaks. */
public sealed interface Block {
  /** A paragraph. */
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
   * A list; each item is blocks of its own.
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

    /** A quotation that is open. */
    public Quote(List<Block> blocks) {
      this(blocks, false);
    }
  }

  /** Lines to be shown as they are. */
  record Code(@Nullable String language, String text) implements Block {}

  /**
   * A table.
   *
   * @param rows cells by row; a cell is runs
   * @param header whether the first row names the columns
   */
  record Table(boolean header, List<List<List<Run>>> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** A picture between the paragraphs. */
  record Figure(Picture picture) implements Block {}

  /** A line that parts what stands above from what stands below. */
  record Rule() implements Block {}
}
