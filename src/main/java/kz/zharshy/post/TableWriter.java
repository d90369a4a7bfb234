package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zharshy.article.Block;
import kz.zharshy.article.Run;

/**
 * Writes a table as lines of equal letters where they fit a phone, else as a paragraph a row:
 * {@code name: value}.
 */
record TableWriter(PostTextBuilder out) {
  /** Letters of equal width in one line of a narrow phone. */
  private static final int PHONE = 32;

  private static final String GUTTER = "  ";

  void write(Block.Table table) {
    List<List<String>> cells = texts(table);
    int[] widths = widths(cells);
    int total = IntStream.of(widths).sum() + GUTTER.length() * Math.max(0, widths.length - 1);
    if (total <= PHONE && !hasLinks(table)) {
      int from = out.here();
      out.verbatim(String.join("\n", lines(cells, widths, table.header())));
      out.code(null, from);
    } else {
      rows(table, cells);
    }
  }

  private static List<List<String>> texts(Block.Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (List<List<Run>> row : table.rows()) {
      rows.add(row.stream().map(PlainText::of).toList());
    }
    return rows;
  }

  private static boolean hasLinks(Block.Table table) {
    return table.rows().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .anyMatch(run -> run.link() != null);
  }

  private static int[] widths(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return widths;
  }

  private static List<String> lines(List<List<String>> rows, int[] widths, boolean header) {
    boolean[] numbers = numbers(rows, widths.length, header);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String space = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? "" : GUTTER);
        line.append(numbers[i] ? space + row.get(i) : row.get(i) + space);
      }
      lines.add(line.toString().stripTrailing());
    }
    if (header && rows.size() > 1) {
      Stream<String> rules = IntStream.of(widths).mapToObj("─"::repeat);
      lines.add(1, String.join(GUTTER, rules.toList()));
    }
    return lines;
  }

  /** Columns that hold numbers only stand flush right. */
  private static boolean[] numbers(List<List<String>> rows, int columns, boolean header) {
    boolean[] numbers = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      int column = i;
      numbers[i] =
          rows.stream()
              .skip(header ? 1 : 0)
              .filter(row -> column < row.size())
              .map(row -> row.get(column))
              .allMatch(TableWriter::isNumber);
    }
    return numbers;
  }

  private static boolean isNumber(String cell) {
    return cell.chars().noneMatch(Character::isLetter);
  }

  private void rows(Block.Table table, List<List<String>> cells) {
    List<String> names = table.header() && !cells.isEmpty() ? cells.get(0) : List.of();
    boolean named = cells.size() > 1 && !names.isEmpty();
    for (int i = named ? 1 : 0; i < cells.size(); i++) {
      out.paragraph();
      row(table.rows().get(i), cells.get(i), named ? names : List.of());
    }
  }

  /** The first cell says what a row is about, so it stands out as a heading would. */
  private void row(List<List<Run>> runs, List<String> texts, List<String> names) {
    boolean first = true;
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        if (!names.isEmpty()) {
          out.line();
          out.plain(i < names.size() && !names.get(i).isEmpty() ? names.get(i) + ": " : "");
        } else if (!first) {
          out.plain(" — ");
        }
        int from = out.here();
        cell(runs.get(i));
        if (first) {
          out.span("bold", from);
        }
        first = false;
      }
    }
  }

  private void cell(List<Run> runs) {
    for (Run run : runs) {
      out.piece(run.text().replace('\n', ' '), run.marks(), run.link());
    }
  }

  /** How many columns a text takes where letters are of equal width. */
  private static int width(String text) {
    return text.codePoints().map(TableWriter::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE4F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
