package kz.zharshy.post;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Block;
import kz.zharshy.article.Run;
import kz.zharshy.post.Warning.Kind;

/** Finds slips of the keyboard. */
final class LintText {
  private static final Pattern TWO_SPACES = Pattern.compile("[^\\s\\u00A0][ \\u00A0]{2,}(?=\\S)");
  private static final Pattern SPACE_BEFORE_MARK =
      Pattern.compile("[\\p{L}\\p{N}»)][ \\u00A0]+[,.!?;](?=[ \\u00A0\\n]|$)");
  private static final Pattern MARKUP =
      Pattern.compile("&(?:[a-z]{2,8}|#\\d{1,6});|</?(?:p|br|b|i|div|span|a|strong|em)\\b[^<>]*>");

  private static final Pattern ADDRESS = Pattern.compile("\\S*(?:://|@|www\\.)\\S*");

  /** What stands between hyphens is a word by itself, as in «IT-компания». */
  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{M}]{2,}");

  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}+");

  /** An abbreviation with an ending, as in «SMSка», is meant so. */
  private static final Pattern WITH_ENDING = Pattern.compile("(\\p{IsLatin}{2,})\\p{IsCyrillic}+");

  /** Letters that look like one of the other alphabet. */
  private static final String TWINS = "ABCEHIKMOPTXYabcehikmoprtxyuАВСЕНІКМОРТХУавсеніһкмортхуиә";

  private static final int SHOWN = 40;
  private static final int SENTENCE = 40;

  private LintText() {}

  /** What is wrong inside of one text. */
  static List<Warning> of(String raw) {
    String text = TextSanitizer.of(raw);
    List<Warning> found = new ArrayList<>();
    around(text, TWO_SPACES, Kind.TWO_SPACES, found);
    around(text, SPACE_BEFORE_MARK, Kind.SPACE_BEFORE_MARK, found);
    for (Matcher markup = MARKUP.matcher(text); markup.find(); ) {
      found.add(Warning.of(Kind.MARKUP_SHOWN, shortened(markup.group())));
    }
    for (Matcher word = WORD.matcher(ADDRESS.matcher(text).replaceAll(" ")); word.find(); ) {
      mixed(word.group(), found);
    }
    return found;
  }

  /** The texts of all blocks but lines of programs, without recursion. */
  static List<String> texts(List<Block> blocks) {
    List<String> texts = new ArrayList<>();
    Deque<Block> open = new ArrayDeque<>(blocks);
    while (!open.isEmpty()) {
      Block block = open.pop();
      if (block instanceof Block.Paragraph paragraph) {
        texts.add(text(paragraph.runs()));
      } else if (block instanceof Block.Heading heading) {
        texts.add(text(heading.runs()));
      } else if (block instanceof Block.Table table) {
        table.rows().forEach(row -> row.forEach(cell -> texts.add(text(cell))));
      }
      BlockWriter.inside(block).forEach(open::push);
    }
    return texts;
  }

  /** Paragraphs that end in the middle of a sentence. */
  static List<Warning> stops(List<Block> blocks) {
    List<Warning> found = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      boolean last = i == blocks.size() - 1;
      boolean prose =
          last
              || blocks.get(i + 1) instanceof Block.Paragraph
              || blocks.get(i + 1) instanceof Block.Heading;
      String text = blocks.get(i) instanceof Block.Paragraph ? PlainText.of(blocks.get(i)) : "";
      if (prose && text.length() > SENTENCE && endsOpen(text)) {
        found.add(Warning.of(Kind.NO_STOP, tail(text)));
      }
    }
    return found;
  }

  /** Quotations that begin and never end, where there are more of the ones than of the others. */
  static List<Warning> quotes(List<String> texts) {
    int open = 0;
    for (String text : texts) {
      int before = open;
      open += count(text, '«') - count(text, '»');
      if (before <= 0 && open < 0) {
        return List.of(Warning.of(Kind.QUOTE_OPEN, shortened(text)));
      }
    }
    return open > 0 ? List.of(Warning.of(Kind.QUOTE_OPEN, lastOpened(texts))) : List.of();
  }

  /** The beginning of a text, for a warning. */
  static String shortened(String text) {
    String line = TextSanitizer.line(text);
    return line.length() <= SHOWN ? line : cut(line, 0, SHOWN) + "…";
  }

  private static String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }

  private static void around(String text, Pattern pattern, Kind kind, List<Warning> found) {
    Matcher place = pattern.matcher(text);
    if (place.find()) {
      int from = Math.max(0, place.start() - SHOWN / 2);
      int to = Math.min(text.length(), place.end() + SHOWN / 2);
      String near = cut(text, from, to);
      found.add(
          Warning.of(kind, (from > 0 ? "…" : "") + near.strip() + (to < text.length() ? "…" : "")));
    }
  }

  private static void mixed(String word, List<Warning> found) {
    String latin = CYRILLIC.matcher(word).replaceAll("");
    String cyrillic = LATIN.matcher(word).replaceAll("");
    if (latin.isEmpty() || cyrillic.isEmpty()) {
      return;
    }
    Matcher ending = WITH_ENDING.matcher(word);
    if (ending.matches() && !areTwins(ending.group(1))) {
      return;
    }
    boolean strangerIsLatin = latin.length() <= cyrillic.length();
    String strangers = strangerIsLatin ? latin : cyrillic;
    if (areTwins(strangers)) {
      found.add(Warning.of(Kind.MIXED_ALPHABETS, shortened(word), strangers));
    }
  }

  private static boolean areTwins(String letters) {
    return letters.chars().allMatch(letter -> TWINS.indexOf(letter) >= 0);
  }

  private static boolean endsOpen(String text) {
    int last = text.codePointBefore(text.length());
    return Character.isLetterOrDigit(last) || last == ',';
  }

  private static String tail(String text) {
    int from = text.length() - SHOWN;
    int space = text.indexOf(' ', from);
    return "…" + cut(text, space < 0 ? from : space + 1, text.length());
  }

  private static String lastOpened(List<String> texts) {
    for (int i = texts.size() - 1; i >= 0; i--) {
      if (count(texts.get(i), '«') > count(texts.get(i), '»')) {
        return shortened(texts.get(i).substring(texts.get(i).lastIndexOf('«')));
      }
    }
    return "«";
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }

  /** A piece of a text that takes no character apart. */
  private static String cut(String text, int from, int to) {
    StringBuilder piece = new StringBuilder();
    for (int at = 0; at < to; ) {
      int next = Graphemes.next(text, at);
      if (at >= from && next <= to) {
        piece.append(text, at, next);
      }
      at = next;
    }
    return piece.toString();
  }
}
