package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.Line;

/**
 * The signature below an article: a name, and the lines of the offices that its bearer holds.
 *
 * @param author the name on the first line, offices on further lines
 * @param body the lines of the article without the signature
 */
record Signature(String author, List<Line> body) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:(?:авторы?|автор текста|авторлары|author|authors|текст|мәтін|text|подготовил[аи]?"
              + "|материал подготовил[аи]?|записал[аи]?|беседовал[аи]?|дайындаған|жазған"
              + "|сұхбаттасқан|әңгімелескен|written by|prepared by|interviewed by)\\s*[:–—-]\\s*"
              + "|(?:written )?by\\s+|(?:беседовал[аи]?|подготовил[аи]?|записал[аи]?|дайындаған"
              + "|сұхбаттасқан|әңгімелескен)\\s+)(?<name>\\S.*)",
          FLAGS);
  private static final Pattern BARE_LABEL =
      Pattern.compile("(?:автор|авторы|author|текст|мәтін)\\s*:?", FLAGS);
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:фото|видео|сурет\\p{L}*|фотосурет\\p{L}*|инфографика|photos?|pictures?|video|image"
              + "|источник|дереккөз\\p{L}*|source|иллюстрация)(?:\\s*[:–—©-].*|\\s+\\S+.*)?|#.*",
          FLAGS);
  private static final Pattern CONTACT =
      Pattern.compile(".*(?:https?://|www\\.|\\S@\\S|\\+?\\d[\\d ()-]{8,}).*");
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          ".*(?:(?:^|[\\s,])(?:\\p{L}{1,3}\\.){2,}|(?:^|[\\s.])\\p{Lu}{1,4}\\.|\\sг\\.)");
  private static final int LONGEST_LINE = 160;
  private static final int MOST_LINES = 6;
  private static final int MOST_CREDITS = 3;
  private static final int LONGEST_QUOTATION = 300;

  /** Finds the signature at the end of an article with this headline. */
  static Optional<Signature> find(List<Line> lines, String headline) {
    int end = lines.size();
    while (end > 1 && lines.size() - end < MOST_CREDITS && isCredit(lines.get(end - 1).text())) {
      end--;
    }
    int start = end;
    while (start > 1 && end - start < MOST_LINES && mayBelong(lines.get(start - 1).text())) {
      start--;
    }
    for (int i = start; i < end; i++) {
      String line = lines.get(i).text();
      boolean sure =
          i == start
              || isLabelled(line)
              || isConfirmed(line, headline)
              || PersonName.isSigned(line);
      Optional<String> author = sure ? authorAt(lines, i, end, headline) : Optional.empty();
      if (author.isPresent()) {
        return Optional.of(new Signature(author.get(), without(lines, i, end)));
      }
    }
    return officeFirst(lines, start, end);
  }

  private static boolean isLabelled(String line) {
    return BARE_LABEL.matcher(line).matches() || labelled(line).isPresent();
  }

  /** Some sign with the office above the name. */
  private static Optional<Signature> officeFirst(List<Line> lines, int start, int end) {
    int last = end - 1;
    if (last <= start || !PersonName.is(lines.get(last).text()) || !isFinished(lines, start)) {
      return Optional.empty();
    }
    for (Line line : lines.subList(start, last)) {
      if (!PersonName.hasOfficeWord(line.text())) {
        return Optional.empty();
      }
    }
    String author = withOffices(lines.get(last).text(), lines, start, last);
    return Optional.of(new Signature(author, without(lines, start, end)));
  }

  /** The name of a line such as {@code Автор: Имя Фамилия} or {@code By Name}. */
  static Optional<String> labelled(String line) {
    Matcher label = LABEL.matcher(line);
    if (!label.matches() || line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    String name = withoutStop(CleanText.strip(label.group("name")));
    String first =
        name.contains(",") ? CleanText.strip(name.substring(0, name.indexOf(','))) : name;
    return PersonName.isInCapitals(first) ? Optional.of(parted(name, first)) : Optional.empty();
  }

  private static String parted(String line, String name) {
    String office =
        line.length() > name.length() ? CleanText.strip(line.substring(name.length() + 1)) : "";
    return office.isEmpty() || PersonName.is(office) ? line : name + "\n" + office;
  }

  private static Optional<String> authorAt(List<Line> lines, int at, int end, String headline) {
    String line = lines.get(at).text();
    if (BARE_LABEL.matcher(line).matches() && at + 1 < end) {
      return nameOn(lines.get(at + 1).text(), headline)
          .map(n -> withOffices(n, lines, at + 2, end));
    }
    Optional<String> labelled = labelled(line);
    if (labelled.isPresent()) {
      return labelled.map(name -> withOffices(name, lines, at + 1, end));
    }
    return isListed(lines, at, end) || !isBelowText(lines, at, line, headline)
        ? Optional.empty()
        : nameOn(line, headline).map(name -> withOffices(name, lines, at + 1, end));
  }

  private static Optional<String> nameOn(String line, String headline) {
    if (PersonName.is(line) || (isConfirmed(line, headline) && PersonName.isInCapitals(line))) {
      return Optional.of(line);
    }
    return PersonName.beforeOffice(line).map(name -> parted(line, name));
  }

  /** Whether the headline speaks of the person who signs. */
  private static boolean isConfirmed(String line, String headline) {
    String first = line.contains(",") ? line.substring(0, line.indexOf(',')) : line;
    return first.length() > 4 && Line.key(headline).contains(Line.key(first));
  }

  /** Names below each other are a list, not signatures. */
  private static boolean isListed(List<Line> lines, int at, int end) {
    int names = 0;
    for (Line line : lines.subList(at, end)) {
      names += PersonName.is(line.text()) ? 1 : 0;
    }
    return names > 2;
  }

  /** A signature stands below finished text; the name below a quotation is its speaker's. */
  private static boolean isBelowText(List<Line> lines, int at, String line, String headline) {
    String above = lines.get(at - 1).text();
    if (isConfirmed(line, headline) || PersonName.isSigned(line)) {
      return !above.endsWith(":") && !Sentence.isItem(above);
    }
    boolean quotation = Sentence.isQuotation(above) && above.length() <= LONGEST_QUOTATION;
    return !quotation && isFinished(lines, at);
  }

  /** Whether the line above this one ends a text, rather than announcing or listing something. */
  private static boolean isFinished(List<Line> lines, int at) {
    String above = lines.get(at - 1).text();
    boolean prose = above.length() > LONGEST_LINE && !Sentence.isItem(above);
    return !above.endsWith(":") && (Sentence.ends(above) || prose);
  }

  private static String withOffices(String name, List<Line> lines, int from, int end) {
    List<String> author = new ArrayList<>();
    author.add(name);
    for (Line line : lines.subList(from, end)) {
      author.add(CleanText.line(line.text()));
    }
    return String.join("\n", author);
  }

  private static List<Line> without(List<Line> lines, int from, int to) {
    List<Line> body = new ArrayList<>(lines.subList(0, from));
    for (int i = to; i < lines.size(); i++) {
      body.add(i == to ? lines.get(i).opening() : lines.get(i));
    }
    return body;
  }

  private static boolean isCredit(String line) {
    return line.length() <= LONGEST_LINE
        && (CREDIT.matcher(line).matches()
            || DateLine.of(line).isPresent()
            || DateLine.isTimeOrViews(line));
  }

  private static boolean mayBelong(String line) {
    if (isLabelled(line)) {
      return true;
    }
    return line.length() <= LONGEST_LINE
        && (!Sentence.ends(line) || ABBREVIATED.matcher(line).matches())
        && ":;".indexOf(line.charAt(line.length() - 1)) < 0
        && !Sentence.isItem(line)
        && !isCredit(line)
        && !CONTACT.matcher(line).matches();
  }

  private static String withoutStop(String line) {
    boolean initial = line.matches(".*\\p{Lu}\\.");
    return line.endsWith(".") && !initial ? line.substring(0, line.length() - 1) : line;
  }
}
