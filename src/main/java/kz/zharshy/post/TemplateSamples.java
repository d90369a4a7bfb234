package kz.zharshy.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Articles that have, and that lack, each thing that an article can lack, in every combination. */
final class TemplateSamples {
  private static final List<List<String>> MAY_LACK =
      List.of(
          List.of("section", "sectionTag"),
          List.of("lead"),
          List.of("captions"),
          List.of("author", "office"),
          List.of("date"),
          List.of("source"),
          List.of("tags"));

  private TemplateSamples() {}

  static Stream<Map<String, Object>> all() {
    return IntStream.range(0, 1 << (MAY_LACK.size() + 1)).mapToObj(TemplateSamples::sample);
  }

  private static Map<String, Object> sample(int lacks) {
    Map<String, Object> values = new HashMap<>();
    TemplateValues.NAMES.forEach(name -> values.put(name, name));
    values.put("more", (lacks & 1) == 0);
    for (int i = 0; i < MAY_LACK.size(); i++) {
      if ((lacks >> (i + 1) & 1) != 0) {
        MAY_LACK.get(i).forEach(name -> values.put(name, ""));
      }
    }
    return values;
  }
}
