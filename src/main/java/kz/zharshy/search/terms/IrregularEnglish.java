package kz.zharshy.search.terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** English words whose forms have no stem in common: steal, stole, stolen. */
final class IrregularEnglish {
  private IrregularEnglish() {}

  /** The stems of all forms of a word, by each of its forms and by the stem of the first. */
  static Map<String, Set<String>> stems(UnaryOperator<String> stem) {
    Map<String, Set<String>> stems = new HashMap<>();
    for (List<String> forms : lines("irregular_en.txt")) {
      Set<String> ofAll = forms.stream().map(stem).collect(Collectors.toSet());
      Set<String> keys = new LinkedHashSet<>(forms);
      keys.add(stem.apply(forms.get(0)));
      keys.forEach(key -> stems.computeIfAbsent(key, any -> new LinkedHashSet<>()).addAll(ofAll));
    }
    return Map.copyOf(stems);
  }

  private static List<List<String>> lines(String file) {
    try (InputStream in = IrregularEnglish.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> List.of(line.split(" "))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
