package kz.zharshy.chat.editor.chart;

import java.util.List;

/**
 * Bars above the same labels, a row of them for each series.
 *
 * @param labels below the bars, as many as each series has values
 */
public record Chart(List<String> labels, List<Series> series) {
  /**
   * One row of bars.
   *
   * @param name what is counted, in a word or two
   * @param values none is negative
   */
  public record Series(String name, List<Long> values) {
    public Series {
      values = List.copyOf(values);
      if (values.stream().anyMatch(value -> value < 0)) {
        throw new IllegalArgumentException("A bar cannot be shorter than nothing: " + values);
      }
    }

    long sum() {
      return values.stream().mapToLong(Long::longValue).sum();
    }

    long highest() {
      return values.stream().mapToLong(Long::longValue).max().orElse(0);
    }
  }

  public Chart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    int bars = labels.size();
    if (bars == 0 || series.isEmpty()) {
      throw new IllegalArgumentException("A chart has bars.");
    }
    if (series.stream().anyMatch(one -> one.values().size() != bars)) {
      throw new IllegalArgumentException("A chart has a label for each bar.");
    }
  }
}
