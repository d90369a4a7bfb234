package kz.zharshy.chat.editor.chart;

/** The scale beside the bars: from 0 to a round number that no bar exceeds. */
record Scale(long top) {
  static Scale of(long highest) {
    long unit = 1;
    while (unit * 10 < highest) {
      unit *= 10;
    }
    for (long step : new long[] {1, 2, 4, 6, 8, 10}) {
      if (unit * step >= highest) {
        return new Scale(unit * step);
      }
    }
    return new Scale(highest);
  }

  /** The number in the middle; the same as the top where there is no whole one. */
  long middle() {
    return top % 2 == 0 ? top / 2 : top;
  }

  double share(long value) {
    return (double) value / top;
  }
}
