package kz.zharshy.post;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.zharshy.article.Article;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import kz.zharshy.article.MediaKind;
import kz.zharshy.language.Language;
import kz.zharshy.language.LanguageGuess;
import kz.zharshy.language.Phrases;
import kz.zharshy.post.Warning.Kind;

/**
 * Reads an article as a careful editor would, and tells what may be put right before it goes out.
 * Nothing it finds keeps an article back. Safe for use by several threads.
 */
public final class Lint {
  /** Two lines of a headline on a phone. */
  private static final int HEADLINE = 110;

  /** A phone shows a picture about so many pixels wide; a smaller one is blurred. */
  private static final int PICTURE = 600;

  /** More messages in a row than this push everything else out of sight. */
  private static final int PARTS = 4;

  /** So many warnings of one kind say enough. */
  private static final int ENOUGH = 5;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final BodyReader reader;
  private final PictureSizes sizes;
  private final Phrases phrases = Phrases.of("post");

  public Lint(BodyReader reader, PictureSizes sizes) {
    this.reader = reader;
    this.sizes = sizes;
  }

  /** What may be put right, the weightier first. {@code post}: what the article becomes. */
  public List<Warning> of(Article article, Post post) {
    Content content = article.content();
    List<Block> blocks = PostInput.body(content, reader);
    Set<Warning> found = new LinkedHashSet<>();
    pictures(Pictures.of(content, blocks), found);
    headline(content.title(), found);
    body(content, blocks, found);
    found.addAll(LintLinks.of(content, blocks));
    if (post.parts().size() > PARTS) {
      found.add(Warning.of(Kind.MANY_PARTS, Integer.toString(post.parts().size())));
    }
    if (post.parts().stream().anyMatch(part -> !RenderedPart.of(part).buttons().isEmpty())) {
      found.add(Warning.of(Kind.BUTTONS));
    }
    return found.stream()
        .collect(Collectors.groupingBy(Warning::kind, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(alike -> alike.stream().limit(ENOUGH))
        .toList();
  }

  /** A warning as a sentence that says what to do. */
  public String say(Warning warning, Language language) {
    Object[] details = warning.details().toArray();
    return switch (warning.kind()) {
      case NO_PICTURE -> phrases.get(language, "lint.no-picture");
      case PICTURE_SMALL -> phrases.get(language, "lint.picture-small", details);
      case PICTURE_UNREADABLE -> phrases.get(language, "lint.picture-unreadable", details);
      case HEADLINE_LONG -> phrases.get(language, "lint.headline-long", details);
      case HEADLINE_STOP -> phrases.get(language, "lint.headline-stop");
      case HEADLINE_CAPITALS -> phrases.get(language, "lint.headline-capitals");
      case HEADLINE_REPEATED -> phrases.get(language, "lint.headline-repeated", details);
      case NO_TEXT -> phrases.get(language, "lint.no-text");
      case LANGUAGE -> {
        Object[] names = warning.details().stream().map(code -> name(code, language)).toArray();
        yield phrases.get(language, "lint.language", names);
      }
      case MIXED_ALPHABETS -> phrases.get(language, "lint.mixed-alphabets", details);
      case TWO_SPACES -> phrases.get(language, "lint.two-spaces", details);
      case SPACE_BEFORE_MARK -> phrases.get(language, "lint.space-before-mark", details);
      case NO_STOP -> phrases.get(language, "lint.no-stop", details);
      case QUOTE_OPEN -> phrases.get(language, "lint.quote-open", details);
      case LINK_EMPTY -> phrases.get(language, "lint.link-empty", details);
      case MARKUP_SHOWN -> phrases.get(language, "lint.markup-shown", details);
      case BUTTONS -> phrases.get(language, "lint.buttons");
      case MANY_PARTS ->
          phrases.count(language, "lint.many-parts", Long.parseLong(warning.details().get(0)));
    };
  }

  private String name(String code, Language language) {
    return Language.ofCode(code).map(named -> phrases.get(language, key(named))).orElse(code);
  }

  private static String key(Language named) {
    return switch (named) {
      case KK -> "language.kk";
      case RU -> "language.ru";
      case EN -> "language.en";
    };
  }

  private void pictures(Pictures pictures, Set<Warning> found) {
    if (pictures.none()) {
      found.add(Warning.of(Kind.NO_PICTURE));
    }
    for (Media picture : pictures.shown()) {
      if (picture.kind() != MediaKind.PHOTO) {
        continue;
      }
      PictureSizes.Answer answer = sizes.of(picture.location());
      if (answer instanceof PictureSizes.Answer.Unreadable) {
        found.add(Warning.of(Kind.PICTURE_UNREADABLE, picture.location()));
      }
      answer
          .size()
          .filter(size -> size.width() < PICTURE)
          .map(size -> Integer.toString(size.width()))
          .ifPresent(width -> found.add(Warning.of(Kind.PICTURE_SMALL, picture.location(), width)));
    }
  }

  private static void headline(String title, Set<Warning> found) {
    String line = TextSanitizer.line(title);
    int length = line.codePointCount(0, line.length());
    if (length > HEADLINE) {
      found.add(
          Warning.of(Kind.HEADLINE_LONG, Integer.toString(length), Integer.toString(HEADLINE)));
    }
    if (line.endsWith(".") && !line.endsWith("..")) {
      found.add(Warning.of(Kind.HEADLINE_STOP));
    }
    boolean shouted = line.equals(line.toUpperCase(Locale.ROOT));
    if (shouted && line.codePoints().filter(Character::isLetter).count() > 10) {
      found.add(Warning.of(Kind.HEADLINE_CAPITALS));
    }
    found.addAll(LintText.of(title));
  }

  private static void body(Content content, List<Block> blocks, Set<Warning> found) {
    if (blocks.stream().noneMatch(block -> !(block instanceof Block.Figure))) {
      found.add(Warning.of(Kind.NO_TEXT));
    }
    if (content.summary() != null) {
      found.addAll(LintText.of(content.summary()));
    }
    List<String> texts = LintText.texts(blocks);
    texts.forEach(text -> found.addAll(LintText.of(text)));
    found.addAll(LintText.stops(blocks));
    found.addAll(LintText.quotes(texts));
    repeated(content.title(), blocks, found);
    Language said = content.language();
    Language guessed = LanguageGuess.of(content.title() + "\n" + String.join("\n", texts));
    if (said != null && said != guessed && !texts.isEmpty()) {
      found.add(Warning.of(Kind.LANGUAGE, said.code(), guessed.code()));
    }
  }

  private static void repeated(String title, List<Block> blocks, Set<Warning> found) {
    String first = blocks.isEmpty() ? "" : PlainText.of(blocks.get(0));
    int end = 0;
    while (end < first.length()
        && !(first.charAt(end) == ' ' && Sentences.endBetween(first, end, end + 1))) {
      end++;
    }
    String sentence = first.substring(0, end);
    if (sayTheSame(words(title), words(sentence))) {
      found.add(Warning.of(Kind.HEADLINE_REPEATED, LintText.shortened(sentence)));
    }
  }

  /** Four words in five are the same. */
  private static boolean sayTheSame(Set<String> title, Set<String> sentence) {
    Set<String> both = new LinkedHashSet<>(title);
    both.retainAll(sentence);
    int more = Math.max(title.size(), sentence.size());
    return title.size() >= 3 && both.size() * 5 >= more * 4;
  }

  private static Set<String> words(String text) {
    Set<String> words =
        new LinkedHashSet<>(Arrays.asList(NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)));
    words.remove("");
    return words;
  }
}
