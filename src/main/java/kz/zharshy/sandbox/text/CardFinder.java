package kz.zharshy.sandbox.text;

import java.util.ArrayList;
import java.util.List;

/** Finds the numbers of bank cards, which Telegram makes tappable. */
final class CardFinder {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  private final String text;
  private final List<Entity> found = new ArrayList<>();
  private int at;

  CardFinder(String text) {
    this.text = text;
  }

  List<Entity> find() {
    while (at < text.length()) {
      if (!Letters.isDigit(text.charAt(at))) {
        at++;
      } else if (isBarred(Letters.before(text, at), ".,+-_")) {
        skipNumber();
      } else {
        number();
      }
    }
    return found;
  }

  private static boolean isBarred(int code, String signs) {
    return (code != 0 && signs.indexOf(code) >= 0) || Letters.isLetter(code);
  }

  private boolean isPart(int index) {
    int code = Letters.at(text, index);
    return Letters.isDigit(code) || code == ' ' || code == '-';
  }

  private void skipNumber() {
    while (isPart(at)) {
      at++;
    }
  }

  private void number() {
    int begin = at;
    StringBuilder digits = new StringBuilder();
    while (isPart(at)) {
      boolean whole = digits.length() >= 16 && digits.length() <= LONGEST;
      if (text.charAt(at) == ' ' && whole && digits.length() == at - begin) {
        break;
      }
      if (Letters.isDigit(text.charAt(at))) {
        digits.append(text.charAt(at));
      }
      at++;
    }
    int end = at;
    while (!Letters.isDigit(text.charAt(end - 1))) {
      end--;
    }
    boolean counted = digits.length() >= SHORTEST && digits.length() <= LONGEST;
    boolean dense = end - begin <= 2 * digits.length() - 1;
    if (counted && dense && !isBarred(Letters.at(text, end), "-_") && isCard(digits.toString())) {
      found.add(Entity.of(EntityType.BANK_CARD, begin, end - begin));
    }
  }

  private static boolean isCard(String digits) {
    return luhn(digits) % 10 == 0 && hasLengthOfItsKind(digits);
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = digit < 5 ? 2 * digit : 2 * digit - 9;
      sum += i % 2 == 0 ? digit : twice;
    }
    return sum;
  }

  private static boolean hasLengthOfItsKind(String digits) {
    int length = digits.length();
    int two = Integer.parseInt(digits.substring(0, 2));
    int four = Integer.parseInt(digits.substring(0, 4));
    if (digits.charAt(0) == '4') {
      return length == 13 || length == 16 || length == 18 || length == 19;
    }
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
      return length == 16;
    }
    if (two == 34 || two == 37) {
      return length == 15;
    }
    if (two == 62 || two == 81) {
      return length >= 16;
    }
    return four < 2200 || four > 2204 || length == 16;
  }
}
