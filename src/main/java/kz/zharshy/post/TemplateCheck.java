package kz.zharshy.post;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.post.TemplateException.Mistake;

/** Finds in a template's source what would show only with some articles, or only to readers. */
final class TemplateCheck {
  private static final Pattern CODE =
      Pattern.compile("\\{\\{.*?}}|\\{%.*?%}|\\{#.*?#}", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern LOCAL =
      Pattern.compile("\\{%-?\\s*(?:for\\s+(\\w+)\\s+in\\b|set\\s+(\\w+)\\s*=)");

  /** A name that is no attribute, filter, test, function or named argument. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\w.])(?<!\\|)(?<!\\|\\s)(?<!\\bis\\s)(?<!\\bis\\snot\\s)([A-Za-z_]\\w*)"
              + "(?!\\w)(?!\\s*\\()(?!\\s*=[^=])");

  private static final Set<String> WORDS =
      Set.of(
          "if",
          "elseif",
          "else",
          "endif",
          "for",
          "in",
          "endfor",
          "set",
          "and",
          "or",
          "not",
          "is",
          "contains",
          "equals",
          "matches",
          "true",
          "false",
          "null",
          "none",
          "loop");

  private final String file;
  private final String source;
  private final List<Mistake> mistakes = new ArrayList<>();

  private TemplateCheck(String file, String source) {
    this.file = file;
    this.source = source;
  }

  static List<Mistake> mistakes(String file, String source) {
    TemplateCheck check = new TemplateCheck(file, source);
    check.names();
    check.tags();
    check.length();
    return check.mistakes;
  }

  private void names() {
    Set<String> known = new HashSet<>(WORDS);
    known.addAll(TemplateValues.NAMES);
    for (Matcher local = LOCAL.matcher(source); local.find(); ) {
      known.add(local.group(1) == null ? local.group(2) : local.group(1));
    }
    for (Matcher code = CODE.matcher(source); code.find(); ) {
      if (!code.group().startsWith("{#")) {
        names(code, known);
      }
    }
  }

  private void names(Matcher code, Set<String> known) {
    String expression = blank(code.group(), LITERAL);
    for (Matcher name = NAME.matcher(expression); name.find(); ) {
      if (!known.contains(name.group(1))) {
        wrong(
            code.start() + name.start(),
            "%s is unknown. A template knows %s."
                .formatted(name.group(1), String.join(", ", TemplateValues.NAMES)));
      }
    }
  }

  private void tags() {
    record Open(TemplateTag tag, String written, int at) {}
    Deque<Open> open = new ArrayDeque<>();
    for (Matcher found = TemplateTag.PATTERN.matcher(markup()); found.find(); ) {
      Optional<TemplateTag> tag = TemplateTag.named(found.group(2));
      if (tag.isEmpty()) {
        wrong(
            found.start(),
            "<%s> is no tag that Telegram has. It has b, i, u, s, code, tg-spoiler, blockquote, a."
                .formatted(found.group(2)));
      } else if (found.group(1).isEmpty()) {
        address(tag.get(), found);
        open.push(new Open(tag.get(), found.group(2), found.start()));
      } else if (open.isEmpty() || open.peek().tag() != tag.get()) {
        wrong(found.start(), "</%s> closes nothing.".formatted(found.group(2)));
      } else {
        open.pop();
      }
    }
    open.forEach(left -> wrong(left.at(), "<%s> is never closed.".formatted(left.written())));
  }

  private void address(TemplateTag tag, Matcher found) {
    if (tag == TemplateTag.LINK && TemplateTag.address(found.group(3)).isEmpty()) {
      wrong(found.start(), "The link has no address: <a href=\"…\"> is wanted.");
    }
  }

  /** What a template says by itself goes out with every article. */
  private void length() {
    String own = markup();
    int length = 0;
    for (int at = 0; at < own.length(); at++) {
      length += Character.isWhitespace(own.charAt(at)) ? 0 : 1;
      if (length > PostMaker.MESSAGE_LENGTH) {
        wrong(
            at,
            "The template alone is longer than a message, which has %d characters at most."
                .formatted(PostMaker.MESSAGE_LENGTH));
        return;
      }
    }
  }

  /** The source without code, every other character at its place. */
  private String markup() {
    return blank(source, CODE);
  }

  private static String blank(String text, Pattern pattern) {
    return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private void wrong(int at, String message) {
    int line = 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
    mistakes.add(new Mistake(file, line, message));
  }
}
