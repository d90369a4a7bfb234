package kz.zharshy.source.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kz.zharshy.article.Block;

/**
 * Builds blocks in the order in which a page opens and closes quotations and lists. Nesting beyond
 * a depth is flattened, so that whoever walks through the blocks may call itself.
 */
final class BlockTree {
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
