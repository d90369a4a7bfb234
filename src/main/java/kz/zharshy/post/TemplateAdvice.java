package kz.zharshy.post;

import io.pebbletemplates.pebble.extension.core.CoreExtension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Adds to Pebble's words for a mistake what would be right. */
final class TemplateAdvice {
  private static final Map<String, String> ADVICE = advice();

  private TemplateAdvice() {}

  private static Map<String, String> advice() {
    CoreExtension pebble = new CoreExtension();
    TreeSet<String> filters = new TreeSet<>(pebble.getFilters().keySet());
    filters.remove("raw");
    Map<String, String> advice = new LinkedHashMap<>();
    advice.put("Filter [", "There are " + String.join(", ", filters) + ".");
    String tests = String.join(", ", new TreeSet<>(pebble.getTests().keySet()));
    advice.put("Test [", "There are the tests " + tests + ".");
    advice.put("Wrong operand", "There are the tests " + tests + ".");
    advice.put("Unexpected tag name", "There are if, elseif, else, endif, for, endfor and set.");
    advice.put("Unexpected end", "Each if ends with {% endif %}, each for with {% endfor %}.");
    advice.put("Unexpected token", "Does each {{ end with }} and each {% with %}?");
    advice.put("Function or Macro", "There are max, min and range.");
    advice.put(
        "For security reasons", "Values are text: filters change them, as in {{ title | upper }}.");
    advice.put("Not an iterable object", "Values are text, not lists, also the tags.");
    advice.put("Unclosed comment", "It ends with #}.");
    return advice;
  }

  /** A mistake in Pebble's words, and what to write instead where that is known. */
  static String to(String message) {
    String sentence = message.endsWith(".") ? message : message + ".";
    return ADVICE.entrySet().stream()
        .filter(advice -> message.startsWith(advice.getKey()))
        .findFirst()
        .map(advice -> sentence + " " + advice.getValue())
        .orElse(sentence);
  }
}
