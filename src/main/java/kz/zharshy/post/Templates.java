package kz.zharshy.post;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.core.DisallowExtensionCustomizerBuilder;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.language.Language;
import kz.zharshy.post.TemplateException.Mistake;

/**
 * The templates that lay out posts (https://pebbletemplates.io), by file name: {@code
 * section-TAG.peb}, {@code channel-NAME.peb} and {@code language-CODE.peb} are asked for in this
 * order, and {@code default.peb} last. Safe for use by several threads.
 */
public final class Templates {
  private static final String DEFAULT = "default.peb";
  private static final int LONGEST = 100_000;
  private static final Pattern NAME = Pattern.compile("default|(?:section|channel|language)-.+");

  /** What would read other files, or switch the escaping off. */
  private static final List<String> FORBIDDEN_TAGS =
      List.of(
          ("autoescape block cache embed extends filter flush from import include macro"
                  + " parallel verbatim")
              .split(" ", -1));

  private final Map<String, String> sources;
  private final Map<String, PebbleTemplate> templates = new HashMap<>();

  private Templates(Map<String, String> sources) {
    this.sources = sources;
  }

  /** The one template that the bot brings along. */
  public static Templates builtIn() {
    return BuiltIn.TEMPLATES;
  }

  /**
   * Templates of a newsroom's own; where there is no {@code default.peb} among them, the bot's own
   * takes its place.
   *
   * @param files their texts by file name
   * @throws TemplateException with all mistakes in all of them
   */
  public static Templates of(Map<String, String> files) {
    Map<String, String> all = new TreeMap<>(files);
    all.putIfAbsent(DEFAULT, resource());
    Templates templates = new Templates(all);
    List<Mistake> mistakes = templates.load();
    if (!mistakes.isEmpty()) {
      mistakes.sort(Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line));
      throw new TemplateException(mistakes);
    }
    return templates;
  }

  /**
   * A template's output for a story.
   *
   * @throws PostException if the template cannot do with this article what it does with others
   */
  String render(PostInput story, Map<String, Object> values) {
    try {
      return render(choose(story), values, new StringWriter());
    } catch (AttributeNotFoundException e) {
      throw new PostException(
          ReasonCode.TEMPLATE_NO_VALUE, e.getFileName(), line(e), e.getAttributeName());
    } catch (PebbleException e) {
      String file = e.getFileName();
      String source = Objects.requireNonNullElse(sources.get(file), "");
      String what = source.lines().skip(line(e) - 1L).findFirst().orElse("").strip();
      throw new PostException(
          ReasonCode.TEMPLATE_FAILS, file, line(e), what, String.valueOf(e.getPebbleMessage()));
    }
  }

  private static int line(PebbleException e) {
    return Objects.requireNonNullElse(e.getLineNumber(), 1);
  }

  private PebbleTemplate choose(PostInput story) {
    Optional<String> section = Optional.ofNullable(story.content().section()).flatMap(Hashtag::of);
    return section
        .flatMap(tag -> named("section-" + tag.substring(1)))
        .or(() -> named("channel-" + story.style().channel()))
        .or(() -> named("language-" + story.language().code()))
        .or(() -> named("default"))
        .orElseThrow();
  }

  private Optional<PebbleTemplate> named(String name) {
    return Optional.ofNullable(templates.get(name.toLowerCase(Locale.ROOT)));
  }

  private static String render(
      PebbleTemplate template, Map<String, Object> values, StringWriter rendered) {
    try {
      template.evaluate(rendered, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rendered.toString();
  }

  private List<Mistake> load() {
    MemoryLoader loader = new MemoryLoader();
    sources.forEach(loader::addTemplate);
    PebbleEngine engine = engine(loader);
    List<Mistake> mistakes = new ArrayList<>();
    sources.forEach((file, source) -> mistakes.addAll(load(file, source, engine)));
    return mistakes;
  }

  private List<Mistake> load(String file, String source, PebbleEngine engine) {
    String name = file.endsWith(".peb") ? file.substring(0, file.length() - 4) : file;
    if (!NAME.matcher(name).matches()) {
      return List.of(
          new Mistake(
              file,
              1,
              "The name says for what it is. Call it default.peb, or for example section-Sport.peb,"
                  + " channel-example_news.peb or language-kk.peb."));
    }
    if (name.startsWith("language-") && Language.ofCode(name.substring(9)).isEmpty()) {
      return List.of(
          new Mistake(file, 1, "The bot speaks kk, ru and en: call the file language-kk.peb."));
    }
    if (source.length() > LONGEST) {
      return List.of(
          new Mistake(
              file,
              1,
              "The template has %d characters, and %d are allowed. A post has 4096."
                  .formatted(source.length(), LONGEST)));
    }
    if (source.isBlank()) {
      return List.of(
          new Mistake(file, 1, "The template is empty. Begin with {{ title }} and {{ body }}."));
    }
    return tried(file, name, source, engine);
  }

  private List<Mistake> tried(String file, String name, String source, PebbleEngine engine) {
    List<Mistake> mistakes = new ArrayList<>();
    try {
      PebbleTemplate template = engine.getTemplate(file);
      mistakes.addAll(TemplateCheck.mistakes(file, source));
      if (mistakes.isEmpty()) {
        mistakes.addAll(
            TemplateTrial.mistakes(
                file, source, values -> render(template, values, new TrialWriter(file, source))));
      }
      templates.put(name.toLowerCase(Locale.ROOT), template);
    } catch (PebbleException e) {
      String message = String.valueOf(e.getPebbleMessage());
      mistakes.add(new Mistake(file, line(e), TemplateAdvice.to(message)));
    } catch (RuntimeException e) {
      // Pebble lets some mistakes through as they come, for example a pattern that is none.
      mistakes.add(new Mistake(file, 1, "Pebble cannot read it: " + e.getMessage()));
    } catch (StackOverflowError e) {
      mistakes.add(new Mistake(file, 1, "Its brackets or ifs stand inside each other too deeply."));
    } catch (OutOfMemoryError e) {
      int line = TemplateTrial.lineOfLoop(source);
      mistakes.add(new Mistake(file, line, "What it makes grows beyond all memory."));
    }
    return mistakes;
  }

  /** Loops in loops make more in a moment than all messages can show. */
  private static final class TrialWriter extends StringWriter {
    private final String file;
    private final String source;

    TrialWriter(String file, String source) {
      this.file = file;
      this.source = source;
    }

    @Override
    public void write(String text) {
      check();
      super.write(text);
    }

    @Override
    public void write(char[] text, int from, int length) {
      check();
      super.write(text, from, length);
    }

    private void check() {
      if (getBuffer().length() > 2 * LONGEST) {
        throw new PebbleException(
            null,
            "The template makes more than %d characters of a short article. A post has 4096."
                .formatted(2 * LONGEST),
            TemplateTrial.lineOfLoop(source),
            file);
      }
    }
  }

  private static PebbleEngine engine(MemoryLoader loader) {
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .newLineTrimming(false)
        .addEscapingStrategy(TemplateText.ESCAPING, TemplateText.escaping())
        .defaultEscapingStrategy(TemplateText.ESCAPING)
        .extension(TemplateRange.extension())
        .methodAccessValidator((object, method) -> object instanceof ForNode.LoopVariables)
        .registerExtensionCustomizer(
            new DisallowExtensionCustomizerBuilder()
                .disallowedTokenParserTags(FORBIDDEN_TAGS)
                .disallowedFunctionKeys(List.of("block", "i18n", "parent"))
                .disallowedFilterKeys(List.of("raw"))
                .build())
        .build();
  }

  /** Read and tried once, when it is first asked for. */
  private static final class BuiltIn {
    static final Templates TEMPLATES = of(Map.of());
  }

  private static String resource() {
    try (InputStream file = Templates.class.getResourceAsStream(DEFAULT)) {
      return new String(
          Objects.requireNonNull(file, DEFAULT).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
