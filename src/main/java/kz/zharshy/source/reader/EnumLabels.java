package kz.zharshy.source.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The words that a key may have for a value, in the order in which they are told to people. */
final class EnumLabels {
  private EnumLabels() {}

  static <T> Map<String, T> of(List<T> values, Function<T, String> code) {
    Map<String, T> choices = new LinkedHashMap<>();
    values.forEach(value -> choices.put(code.apply(value), value));
    return choices;
  }
}
