package kz.zharshy.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Block;
import kz.zharshy.article.Run;
import org.jsoup.nodes.Element;

/** Collects the cells of a table, and tells tables of figures from those that lay out a page. */
final class TableRows {
  private static final int WIDEST_CELL = 20;
  private static final String SECOND_CELL =
      "tr > td + td, tr > th + td, tr > th + th, tr > td + th";
  private static final String LAYOUT =
      "p + p, div, ul, ol, blockquote, pre, h1, h2, h3, h4, h5, h6, figure, form";

  private final List<List<List<Run>>> rows = new ArrayList<>();
  private boolean header;

  /** The tables that hold figures and words in rows and columns, and do not lay out a page. */
  static Set<Element> tables(Element body) {
    Set<Element> tables = Collections.newSetFromMap(new IdentityHashMap<>());
    tables.addAll(body.select("table"));
    for (Element inner : body.select("table table")) {
      Element outer = inner.parent();
      while (outer != null && !outer.normalName().equals("table")) {
        outer = outer.parent();
      }
      if (outer != null) {
        tables.remove(outer);
      }
    }
    tables.removeIf(table -> table.selectFirst(SECOND_CELL) == null || hasLayout(table));
    return tables;
  }

  private static boolean hasLayout(Element table) {
    return table.selectFirst(LAYOUT) != null;
  }

  void openRow(Element row) {
    Element parent = row.parent();
    boolean inHead = parent != null && parent.normalName().equals("thead");
    boolean names = row.selectFirst("td") == null && row.selectFirst("th") != null;
    if (rows.isEmpty()) {
      header = inHead || names;
    }
    rows.add(new ArrayList<>());
  }

  void addCell(Element cell, List<Run> runs) {
    if (rows.isEmpty()) {
      rows.add(new ArrayList<>());
    }
    List<List<Run>> row = rows.get(rows.size() - 1);
    row.add(runs);
    int span = span(cell.attr("colspan"));
    for (int i = 1; i < span; i++) {
      row.add(List.of());
    }
  }

  /** The table, with rows of one length, without rows that hold nothing. */
  Block.Table table() {
    rows.removeIf(row -> row.stream().allMatch(List::isEmpty));
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    rows.forEach(
        row -> {
          while (row.size() < columns) {
            row.add(List.of());
          }
        });
    return new Block.Table(header, rows);
  }

  boolean isEmpty() {
    return rows.stream().allMatch(row -> row.stream().allMatch(List::isEmpty));
  }

  private static int span(String colspan) {
    return colspan.matches("\\d{1,2}") ? Math.min(Integer.parseInt(colspan), WIDEST_CELL) : 1;
  }
}
