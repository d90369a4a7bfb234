package kz.zharshy.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message bundles of one package, in all languages: UTF-8 properties files {@code
 * kz/zharshy/ROOM/phrases_LANGUAGE.properties}.
 *
 * <p>{@code {0}}, {@code {1}}, … stand for arguments, and {@code {n}} for the number of {@link
 * #count}. Arguments are inserted verbatim; braces in them have no meaning. Safe for use by several
 * threads.
 */
public final class Phrases {
  /**
   * The plural form that a whole number requires, by the rules of the Unicode CLDR
   * (unicode.org/reports/tr35, "Language Plural Rules").
   */
  private enum Plural {
    ONE("one"),
    FEW("few"),
    MANY("many"),
    OTHER("other");

    private final String suffix;

    Plural(String suffix) {
      this.suffix = suffix;
    }

    /** The last part of a phrase's key. */
    String suffix() {
      return suffix;
    }

    static Plural of(Language language, long count) {
      return switch (language) {
        case KK, EN -> count == 1 ? ONE : OTHER;
        case RU -> russian(Math.abs(count));
      };
    }

    private static Plural russian(long count) {
      long tens = count % 100;
      long units = count % 10;
      if (units == 1 && tens != 11) {
        return ONE;
      }
      boolean few = units >= 2 && units <= 4 && (tens < 12 || tens > 14);
      return few ? FEW : MANY;
    }
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]|n)\\}");

  private final String room;
  private final Map<Language, Properties> bundles = new EnumMap<>(Language.class);

  private Phrases(String room) {
    this.room = room;
    for (Language language : Language.values()) {
      bundles.put(language, load(room, language));
    }
  }

  /**
   * The phrases of a package, for example {@code chat}.
   *
   * @throws IllegalArgumentException if the package lacks a bundle in one of the languages
   */
  public static Phrases of(String room) {
    return new Phrases(room);
  }

  /** Whether a language has this phrase. */
  public boolean has(Language language, String key) {
    Properties bundle = bundles.get(language);
    return bundle != null && bundle.containsKey(key);
  }

  /**
   * A phrase with its arguments put in.
   *
   * @throws IllegalArgumentException if there is no such phrase, or it asks for more arguments
   */
  public String get(Language language, String key, Object... args) {
    return fill(language, key, "{n}", args);
  }

  /**
   * A phrase in the plural form for a number: {@code key.one}, {@code key.few}, {@code key.many} or
   * {@code key.other} by the language's rules.
   *
   * @throws IllegalArgumentException if there is no such phrase, or it asks for more arguments
   */
  public String count(Language language, String key, long number, Object... args) {
    String form = key + "." + Plural.of(language, number).suffix();
    return fill(language, form, Long.toString(number), args);
  }

  private String fill(Language language, String key, String number, Object[] args) {
    Matcher matcher = PLACEHOLDER.matcher(template(language, key));
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = name.equals("n") ? number : argument(key, Integer.parseInt(name), args);
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  private String template(Language language, String key) {
    Properties bundle = bundles.get(language);
    String template = bundle == null ? null : bundle.getProperty(key);
    if (template == null) {
      throw new IllegalArgumentException(
          "The phrases of %s have no %s in %s.".formatted(room, key, language.code()));
    }
    return template;
  }

  private String argument(String key, int index, Object[] args) {
    if (index >= args.length) {
      throw new IllegalArgumentException(
          "The phrase %s of %s asks for {%d}, which was not given.".formatted(key, room, index));
    }
    return String.valueOf(args[index]);
  }

  private static Properties load(String room, Language language) {
    String path = "/kz/zharshy/%s/phrases_%s.properties".formatted(room, language.code());
    try (InputStream file = Phrases.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("There are no phrases at " + path + ".");
      }
      Properties bundle = new Properties();
      bundle.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return bundle;
    } catch (IOException e) {
      throw new UncheckedIOException("The phrases at " + path + " cannot be read.", e);
    }
  }
}
