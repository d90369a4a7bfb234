package kz.zharshy.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of a rich message (core.telegram.org/bots/api#inputrichmessage). */
public sealed interface RichBlock {
  record Paragraph(MarkedText text) implements RichBlock {}

  /**
   * A heading.
   *
   * @param size 1 is the largest, 6 the smallest
   */
  record Heading(MarkedText text, int size) implements RichBlock {}

  record Items(List<Item> items) implements RichBlock {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of a list.
   *
   * @param number its number, where the list is numbered
   */
  record Item(List<RichBlock> blocks, @Nullable Integer number) {
    public Item {
      blocks = List.copyOf(blocks);
    }
  }

  record Quote(List<RichBlock> blocks) implements RichBlock {
    public Quote {
      blocks = List.copyOf(blocks);
    }
  }

  /** Lines to be shown as they are. */
  record Code(String text, @Nullable String language) implements RichBlock {}

  /**
   * A table.
   *
   * @param header whether the first row names the columns
   */
  record Table(boolean header, List<List<MarkedText>> rows) implements RichBlock {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A photo that Telegram fetches.
   *
   * @param caption empty where nothing is said of it
   */
  record Photo(String address, MarkedText caption) implements RichBlock {}

  /** A line that parts what stands above from what stands below. */
  record Divider() implements RichBlock {}
}
