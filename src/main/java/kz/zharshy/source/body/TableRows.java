package kz.zharshy.source.body;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.Run;
import org.jsoup.nodes.Element;

/** Collects the cells of a table. */
final class TableRows {
  private static final int WIDEST_CELL = 20;

  /** In larger tables short rows are not padded: one long row could make millions of cells. */
  static final int MOST_CELLS = 20_000;

  private final List<List<List<Run>>> rows = new ArrayList<>();
  private boolean header;

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

  /** The table without rows that hold nothing; its rows are of one length, but for a flood. */
  Block.Table table() {
    rows.removeIf(row -> row.stream().allMatch(List::isEmpty));
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int padded = columns > MOST_CELLS / Math.max(1, rows.size()) ? 0 : columns;
    rows.forEach(
        row -> {
          while (row.size() < padded) {
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
