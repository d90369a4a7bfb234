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
import java.util.stream.Collectors;
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

  private static final Pattern LOOP = Pattern.compile("\\{%-?\\s*(for|endfor)\\b");

  /** Loops in loops repeat so often that nobody would live to see the post. */
  private static final int DEEPEST_LOOP = 2;

  private static final Pattern VALUE = Pattern.compile("\\{\\{-?\\s*(\\w+)");
  private static final Pattern FILTERED_BODY = Pattern.compile("\\bbody\\s*\\|");
  private static final Pattern BLOCK = Pattern.compile("\\bblock\\s*\\(");
  private static final Pattern ENTITY =
      Pattern.compile("&(?!(?:lt|gt|amp|quot);)(?:[A-Za-z]\\w*|#\\w+);");

  /** What an article says, but for its addresses. */
  private static final Set<String> NO_ADDRESSES =
      TemplateValues.NAMES.stream()
          .filter(name -> !name.equals("source") && !name.equals("footerLink"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> WORDS =
      Set.of(
          ("if elseif else endif for in endfor set and or not is contains equals matches"
                  + " true false null none loop")
              .split(" ", -1));

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
    check.body();
    check.blocks();
    check.loops();
    check.tags();
    check.characters();
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

  private void loops() {
    int open = 0;
    for (Matcher loop = LOOP.matcher(source); loop.find(); ) {
      open += loop.group(1).equals("for") ? 1 : -1;
      if (open > DEEPEST_LOOP && loop.group(1).equals("for")) {
        wrong(loop.start(), "A for stands in a for at most: take this one out of the others.");
      }
    }
  }

  private void tags() {
    record Open(TemplateTag tag, String written, int at, int end) {}
    Deque<Open> open = new ArrayDeque<>();
    for (Matcher found = TemplateTag.PATTERN.matcher(markup(source)); found.find(); ) {
      Optional<TemplateTag> tag = TemplateTag.named(found.group(2));
      if (tag.isEmpty()) {
        wrong(
            found.start(),
            "<%s> is no tag of templates. They have b, i, u, s, code, tg-spoiler, blockquote, a, button."
                .formatted(found.group(2)));
      } else if (found.group(1).isEmpty()) {
        attributes(tag.get(), found);
        if (!open.isEmpty() && open.element().tag() == TemplateTag.BUTTON) {
          wrong(
              found.start(), "A button holds words only, without <%s>.".formatted(found.group(2)));
        }
        if (open.stream().anyMatch(outer -> outer.tag() == tag.get())) {
          wrong(
              found.start(),
              "<%s> stands in another one, which Telegram does not show. Close that one first."
                  .formatted(found.group(2)));
        }
        open.push(new Open(tag.get(), found.group(2), found.start(), found.end()));
      } else if (open.isEmpty() || open.peek().tag() != tag.get()) {
        wrong(found.start(), "</%s> closes nothing.".formatted(found.group(2)));
      } else if (isEmptyButton(open.pop().end(), found)) {
        wrong(found.start(), "A button shows words: write them before </button>.");
      }
    }
    open.forEach(left -> wrong(left.at(), "<%s> is never closed.".formatted(left.written())));
  }

  private boolean isEmptyButton(int from, Matcher end) {
    return TemplateTag.named(end.group(2)).filter(TemplateTag.BUTTON::equals).isPresent()
        && source.substring(from, end.start()).isBlank();
  }

  private void attributes(TemplateTag tag, Matcher found) {
    String attributes = source.substring(found.start(3), found.end(3)).strip();
    if (tag == TemplateTag.LINK || tag == TemplateTag.BUTTON) {
      address(found.group(2), attributes, found.start());
    } else if (!attributes.isEmpty()
        && !(tag == TemplateTag.QUOTE && attributes.equals("expandable"))) {
      wrong(
          found.start(),
          "<%s> takes no %s; a and button take href, and blockquote takes expandable."
              .formatted(found.group(2), attributes));
    }
  }

  private void address(String name, String attributes, int at) {
    Optional<String> address = TemplateTag.address(" " + attributes);
    if (address.isEmpty()) {
      wrong(at, "The link has no address: <%s href=\"…\"> is wanted.".formatted(name));
    } else if (!leads(address.get())) {
      wrong(
          at,
          "The link leads nowhere. Its address begins with https://, or is {{ source }} or"
              + " {{ footerLink }}.");
    }
  }

  /** What a template's own name stands for is seen only with an article. */
  private boolean leads(String address) {
    Matcher value = VALUE.matcher(address.strip());
    if (value.lookingAt()) {
      return !NO_ADDRESSES.contains(value.group(1));
    }
    return LinkAddress.of(CODE.matcher(address).replaceAll("x")).isPresent();
  }

  /** The body's blocks are no text that a filter could change. */
  private void body() {
    inCode(
        FILTERED_BODY,
        "body is no text but blocks, so no filter changes it: write {{ body }} by itself.");
  }

  /** Pebble shows nothing in place of one that is not there. */
  private void blocks() {
    inCode(BLOCK, "Templates have no blocks. The article's text is {{ body }}.");
  }

  private void inCode(Pattern pattern, String message) {
    for (Matcher code = CODE.matcher(source); code.find(); ) {
      Matcher found = pattern.matcher(blank(code.group(), LITERAL));
      if (!code.group().startsWith("{#") && found.find()) {
        wrong(code.start() + found.start(), message);
      }
    }
  }

  /** What is markup in HTML and neither a tag nor a name here would be shown as it is. */
  private void characters() {
    String markup = markup(source);
    for (Matcher name = ENTITY.matcher(markup); name.find(); ) {
      wrong(
          name.start(),
          name.group() + " is unknown. Write the character itself; < and & are &lt; and &amp;.");
    }
    String rest = blank(markup, TemplateTag.PATTERN);
    for (int at = rest.indexOf('<'); at >= 0; at = rest.indexOf('<', at + 1)) {
      wrong(at, "< begins no tag. Close the tag with >, or write &lt; for the character.");
    }
  }

  /** The source without code, every other character at its place. */
  static String markup(String source) {
    return blank(source, CODE);
  }

  private static String blank(String text, Pattern pattern) {
    return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private void wrong(int at, String message) {
    mistakes.add(new Mistake(file, line(source, at), message));
  }

  /** The line of a place, counted from 1. */
  static int line(String source, int at) {
    return 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
