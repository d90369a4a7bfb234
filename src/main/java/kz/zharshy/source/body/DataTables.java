package kz.zharshy.source.body;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Finds, in one walk, the tables that hold words and figures in rows and columns; the others lay
 * out a page, and their cells are text like any other.
 */
final class DataTables implements NodeVisitor {
  private static final Set<String> LAYOUT =
      Set.of(
          "div ul ol blockquote pre h1 h2 h3 h4 h5 h6 figure form section article".split(" ", -1));

  private final Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Table> open = new ArrayDeque<>();

  private DataTables() {}

  /** A table of which not all has been seen. */
  private static final class Table {
    boolean layout;
    boolean columns;
    int cells;
    int paragraphs;
  }

  static Set<Element> in(Element body) {
    DataTables tables = new DataTables();
    NodeTraversor.traverse(tables, body);
    return tables.found;
  }

  @Override
  public void head(Node node, int depth) {
    Table table = open.peek();
    String name = node.normalName();
    if (table != null) {
      see(name, table);
    }
    if (name.equals("table")) {
      open.push(new Table());
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && element.normalName().equals("table")) {
      Table table = open.pop();
      if (table.columns && !table.layout) {
        found.add(element);
      }
    }
  }

  private static void see(String name, Table table) {
    switch (name) {
      case "tr" -> table.cells = 0;
      case "td", "th" -> {
        table.cells++;
        table.paragraphs = 0;
        table.columns |= table.cells > 1;
      }
      case "p" -> {
        table.paragraphs++;
        table.layout |= table.paragraphs > 1;
      }
      default -> table.layout |= name.equals("table") || LAYOUT.contains(name);
    }
  }
}
