package kz.zharshy.source.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Block;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Media;
import kz.zharshy.article.Run;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.SafeLink;
import org.jspecify.annotations.Nullable;

/** Writes text and marks as they come into paragraphs, and these into the tree of blocks. */
final class ParagraphWriter {
  private static final int LOCAL_DIGITS = 10;

  private final BlockTree tree = new BlockTree();
  private final InlineText inline = new InlineText();
  private int heading;
  private int linkedFrom;
  private int paragraphs;

  /** Where lists and quotations are opened and closed; end the paragraph first. */
  BlockTree tree() {
    return tree;
  }

  void text(String text) {
    inline.add(text);
  }

  /** A line of text whose spaces count. */
  void verbatim(String line) {
    inline.addVerbatim(line);
  }

  void open(Mark mark) {
    inline.open(mark);
  }

  void close(Mark mark) {
    inline.close(mark);
  }

  void openLink(String address) {
    inline.openLink(SafeLink.of(address));
    linkedFrom = inline.length();
  }

  /** The address of a mail or telephone link is shown, unless the link's text is the address. */
  void closeLink(String address) {
    inline.closeLink();
    Optional<String> shown = SafeLink.shownInstead(address);
    if (shown.isPresent() && !isShown(shown.get(), inline.since(linkedFrom))) {
      inline.add(inline.length() == 0 ? shown.get() : " (" + shown.get() + ")");
    }
  }

  /** A number may be set with spaces, and without the country's own digits. */
  private static boolean isShown(String address, String text) {
    String number = digits(address);
    String end = number.substring(Math.max(0, number.length() - LOCAL_DIGITS));
    return text.contains(address)
        || (!address.contains("@") && end.length() >= 3 && digits(text).endsWith(end));
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  /** Two line breaks together are how many editors part paragraphs. */
  void breakLine() {
    if (!inline.breakLine() && heading == 0 && paragraphs < TextBlocks.MOST) {
      endParagraph();
    }
  }

  /** A line break that never ends the paragraph. */
  void breakLineWithin() {
    inline.breakLine();
  }

  /** Ends a paragraph or heading, if any text has come for it. */
  void endParagraph() {
    List<Run> runs = inline.take();
    if (!runs.isEmpty()) {
      paragraphs++;
      tree.add(heading > 0 ? new Block.Heading(heading, runs) : new Block.Paragraph(runs));
    }
  }

  /** Text that comes from here on is a heading of this level. */
  void openHeading(int level) {
    heading = level;
  }

  void closeHeading() {
    heading = 0;
  }

  /** The text so far, for a place that is no paragraph, such as a cell. */
  List<Run> takeRuns() {
    return inline.take();
  }

  void picture(Media picture) {
    endParagraph();
    tree.add(new Block.Figure(picture));
  }

  /** Lines to be shown as they are; the line feeds around them are the markup's. */
  void code(@Nullable String language, String text) {
    String code = CleanText.of(text);
    int from = 0;
    while (from < code.length() && code.charAt(from) == '\n') {
      from++;
    }
    if (!code.isBlank()) {
      tree.add(new Block.Code(language, code.substring(from).stripTrailing()));
    }
  }

  List<Block> blocks() {
    endParagraph();
    return tree.blocks();
  }

  /**
   * Builds blocks in the order in which a page opens and closes quotations and lists. Nesting
   * beyond a depth is flattened, so that whoever walks through the blocks may call itself.
   */
  static final class BlockTree {
    private static final int DEEPEST = 12;

    private final Deque<Node> open = new ArrayDeque<>();
    private int flattened;

    BlockTree() {
      open.push(new Node(Kind.BODY));
    }

    private enum Kind {
      BODY,
      QUOTE,
      LIST,
      ITEM
    }

    /** A quotation, list or item that is not closed yet. */
    private static final class Node {
      final Kind kind;
      boolean folded;
      boolean ordered;
      int start = 1;
      final List<Block> blocks = new ArrayList<>();
      final List<List<Block>> items = new ArrayList<>();

      Node(Kind kind) {
        this.kind = kind;
      }
    }

    /** Adds a block to the innermost quotation or item that is open. */
    void add(Block block) {
      Node node = top();
      if (node.kind == Kind.LIST) {
        node.items.add(List.of(block));
      } else {
        node.blocks.add(block);
      }
    }

    void openQuote(boolean folded) {
      Node quote = new Node(Kind.QUOTE);
      quote.folded = folded;
      open(quote);
    }

    void openList(boolean ordered, int start) {
      Node list = new Node(Kind.LIST);
      list.ordered = ordered;
      list.start = start;
      open(list);
    }

    /** Begins an item; outside of a list it is as if it were not there. */
    void openItem() {
      if (top().kind == Kind.LIST) {
        open(new Node(Kind.ITEM));
      } else {
        flattened++;
      }
    }

    /** Closes what was opened last. */
    void close() {
      if (flattened > 0) {
        flattened--;
        return;
      }
      Node node = open.pop();
      switch (node.kind) {
        case QUOTE -> addIf(!node.blocks.isEmpty(), new Block.Quote(node.blocks, node.folded));
        case LIST ->
            addIf(!node.items.isEmpty(), new Block.Items(node.ordered, node.start, node.items));
        case ITEM -> addItem(node);
        case BODY -> throw new IllegalStateException("closed more often than opened");
      }
    }

    /** All blocks, once everything is closed. */
    List<Block> blocks() {
      return top().blocks;
    }

    private void open(Node node) {
      if (flattened > 0 || open.size() > DEEPEST) {
        flattened++;
      } else {
        open.push(node);
      }
    }

    private void addIf(boolean something, Block block) {
      if (something) {
        add(block);
      }
    }

    private void addItem(Node item) {
      if (!item.blocks.isEmpty()) {
        top().items.add(List.copyOf(item.blocks));
      }
    }

    private Node top() {
      return open.element();
    }
  }
}
