package kz.zharshy.source.body;

import org.jsoup.nodes.Element;

/** Raised and lowered figures, which Telegram cannot set: 10⁶ would else be read as 106. */
final class Superscripts {
  private static final String PLAIN = "0123456789+-−=()n";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ";

  private Superscripts() {}

  /** The text of a sup or sub element, in raised or lowered letters where there are all of them. */
  static String of(Element element) {
    String text = element.text();
    if (!text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0)) {
      return text;
    }
    String letters = element.normalName().equals("sup") ? RAISED : LOWERED;
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(letters.charAt(PLAIN.indexOf(c))));
    return out.toString();
  }
}
