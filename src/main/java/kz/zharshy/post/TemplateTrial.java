package kz.zharshy.post;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zharshy.post.TemplateException.Mistake;

/**
 * Lays out samples by a template, and finds what is wrong with what comes out: this does not show
 * in the template's source, where one tag may open under one condition and close under another.
 */
final class TemplateTrial {
  private static final Pattern LOOP = Pattern.compile("\\{%-?\\s*for\\s|\\brange\\s*\\(");
  private static final Pattern BODY = Pattern.compile("\\bbody\\b");
  private static final Pattern BUTTON = Pattern.compile("<button\\b");

  /** Telegram takes a hundred, and three may lead to the article in other languages. */
  private static final int MOST_BUTTONS = 97;

  private static final Body NOTHING = Body.whole(List.of());

  private final String file;
  private final String source;
  private final Set<Mistake> mistakes = new LinkedHashSet<>();
  private int shortest = Integer.MAX_VALUE;
  private int fewest = Integer.MAX_VALUE;
  private int buttons;
  private boolean showsAnything;

  private TemplateTrial(String file, String source) {
    this.file = file;
    this.source = source;
  }

  /**
   * What is wrong with a template.
   *
   * @param render gives the template's output for an article's values
   */
  static List<Mistake> mistakes(
      String file, String source, Function<Map<String, Object>, String> render) {
    TemplateTrial trial = new TemplateTrial(file, source);
    TemplateSamples.all().map(render).distinct().forEach(trial::look);
    trial.limits();
    return List.copyOf(trial.mistakes);
  }

  private void look(String rendered) {
    tags(rendered);
    body(rendered);
    PostText postText = TemplateOutput.postText(rendered, NOTHING, false);
    shortest = Math.min(shortest, postText.text().length());
    fewest = Math.min(fewest, EntityNormalizer.settle(postText.text(), postText.spans()).size());
    List<List<Button>> rows = TemplateOutput.postText(rendered, NOTHING, true).buttons();
    buttons = Math.max(buttons, rows.stream().mapToInt(List::size).sum());
    showsAnything |= !postText.text().isEmpty() || rendered.indexOf(TemplateValues.BODY) >= 0;
  }

  private void limits() {
    if (!showsAnything) {
      wrong(0, "The template shows nothing. Begin with {{ title }} and {{ body }}.");
    }
    if (buttons > MOST_BUTTONS) {
      wrong(
          tooMany(),
          "The template makes %d buttons with some articles, and a message has %d at most."
              .formatted(buttons, MOST_BUTTONS));
    }
    if (shortest > MessageLimits.TEXT) {
      wrong(
          tooLong(),
          "The template is longer than a message with any article: it makes %d characters of the"
                  .formatted(shortest)
              + " shortest one, and a message has %d at most.".formatted(MessageLimits.TEXT));
    } else if (fewest > MessageLimits.ENTITIES) {
      wrong(
          place(LOOP),
          "The template sets more than a message keeps with any article: it makes %d places bold,"
                  .formatted(fewest)
              + " links and so on of the shortest one, and a message keeps %d."
                  .formatted(MessageLimits.ENTITIES));
    }
  }

  private void tags(String rendered) {
    Deque<String> open = new ArrayDeque<>();
    for (Matcher tag = TemplateTag.PATTERN.matcher(rendered); tag.find(); ) {
      if (tag.group(1).isEmpty()) {
        open.push(tag.group(2));
      } else if (open.isEmpty() || !open.pop().equals(tag.group(2))) {
        unbalanced(tag.group(2));
        return;
      }
    }
    Optional.ofNullable(open.peek()).ifPresent(this::unbalanced);
  }

  private void unbalanced(String name) {
    wrong(
        place(Pattern.compile("</?" + name + "[\\s>]")),
        "<%s> and </%s> do not both stand there with each article. Put them under the same if."
            .formatted(name, name));
  }

  private void body(String rendered) {
    long times = rendered.chars().filter(c -> c == TemplateValues.BODY).count();
    if (times > 1) {
      wrong(place(BODY), "body stands there more than once with some articles.");
    }
    if (rendered.contains(TemplateText.escape(String.valueOf(TemplateValues.BODY)))) {
      wrong(place(BODY), "body is no text but blocks: write {{ body }} by itself.");
    }
  }

  /** Where the template's own words pass the limit, else where something is repeated. */
  private int tooLong() {
    String own = TemplateCheck.markup(source);
    int length = 0;
    for (int at = 0; at < own.length(); at++) {
      length += Character.isWhitespace(own.charAt(at)) ? 0 : 1;
      if (length > MessageLimits.TEXT) {
        return at;
      }
    }
    return place(LOOP);
  }

  /** Where the template has one button too many, else where something is repeated. */
  private int tooMany() {
    return BUTTON
        .matcher(source)
        .results()
        .skip(MOST_BUTTONS)
        .mapToInt(MatchResult::start)
        .findFirst()
        .orElseGet(() -> place(LOOP));
  }

  /** The line of the first loop, which is what makes more of anything. */
  static int lineOfLoop(String source) {
    return TemplateCheck.line(source, place(LOOP, source));
  }

  private int place(Pattern pattern) {
    return place(pattern, source);
  }

  private static int place(Pattern pattern, String source) {
    Matcher found = pattern.matcher(source);
    return found.find() ? found.start() : 0;
  }

  private void wrong(int at, String message) {
    mistakes.add(new Mistake(file, TemplateCheck.line(source, at), message));
  }

  /**
   * Articles that have, and that lack, each thing that an article can lack, in every combination.
   */
  private static final class TemplateSamples {
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
}
