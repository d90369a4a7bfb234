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

  /** All samples; the first one lacks nothing. */
  static Stream<Map<String, Object>> all() {
    return IntStream.range(0, 1 << (MAY_LACK.size() + 2)).mapToObj(TemplateSamples::sample);
  }

  private static Map<String, Object> sample(int lacks) {
    boolean shortest = (lacks >> (MAY_LACK.size() + 1) & 1) != 0;
    Map<String, Object> values = new HashMap<>();
    TemplateValues.NAMES.forEach(name -> values.put(name, shortest ? "x" : name));
    values.put("body", TemplateValues.body());
    values.put("source", "https://example.com/1");
    values.put("footerLink", "https://t.me/example_news");
    values.put("more", (lacks & 1) == 0);
    for (int i = 0; i < MAY_LACK.size(); i++) {
      if ((lacks >> (i + 1) & 1) != 0) {
        MAY_LACK.get(i).forEach(name -> values.put(name, ""));
      }
    }
    return values;
  }
}
