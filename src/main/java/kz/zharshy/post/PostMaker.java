package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyReader;
import kz.zharshy.language.Language;

/**
 * Makes posts of articles. What it makes is within Telegram's limits whatever the article holds,
 * and in the form in which Telegram keeps it. Safe for use by several threads.
 */
public final class PostMaker {
  /** Of a message, in UTF-16 units (core.telegram.org/bots/api#sendmessage). */
  static final int MESSAGE_LENGTH = 4096;

  /** Of what stands under a photo or an album, in UTF-16 units. */
  static final int CAPTION_LENGTH = 1024;

  /** Telegram drops what is above (core.telegram.org/api/entities). */
  static final int MESSAGE_ENTITIES = 100;

  private final BodyReader reader;
  private final Layout layout;

  /** Makes posts by the bot's own template. */
  public PostMaker(BodyReader reader) {
    this(reader, Templates.builtIn());
  }

  public PostMaker(BodyReader reader, Templates templates) {
    this.reader = reader;
    this.layout = new Layout(templates);
  }

  /**
   * The post that an article becomes in a channel, for readers of a language.
   *
   * @throws PostException if no post can be made of it, for example because it would need more
   *     messages than the channel allows
   */
  public Post make(Article article, Language language, ChannelStyle style) {
    return make(article, language, style, Optional.empty());
  }

  /**
   * The post that an article becomes where its first message is in the channel already. It stays
   * what it is, a picture or a text, as Telegram makes neither of the other.
   *
   * @param first the call that would send the first message as it is now
   * @throws PostException if no post can be made of the article
   */
  public Post remake(Article article, Language language, ChannelStyle style, BotCall first) {
    return make(article, language, style, Optional.of(Edits.hasMedia(first)));
  }

  /**
   * @param pictured whether the words of the first message are a picture's; empty where either will
   *     do
   */
  private Post make(
      Article article, Language language, ChannelStyle style, Optional<Boolean> pictured) {
    Story story = Story.of(article.content(), reader, language, style);
    Pictures pictures = story.pictures();
    Galley galley = galley(story);
    if (story.isEmpty()) {
      throw new PostException(
          "The article says nothing that can be shown: give it a headline or a text.");
    }
    boolean caption = pictured.orElseGet(() -> isCaption(galley, pictures));
    boolean photos = caption && !pictures.none();
    List<MarkedText> parts = parts(galley, caption ? CAPTION_LENGTH : MESSAGE_LENGTH, style);
    List<BotCall> calls = new ArrayList<>();
    Calls first = Calls.to(style.channel(), article.plan().silent());
    calls.add(photos ? first.photos(pictures.shown(), parts.get(0)) : text(first, pictures, parts));
    for (MarkedText part : parts.subList(1, parts.size())) {
      calls.add(Calls.to(style.channel(), true).message(part));
    }
    return new Post(calls);
  }

  private static boolean isCaption(Galley galley, Pictures pictures) {
    return !pictures.none() && (pictures.onlyAddress().isEmpty() || fits(galley, CAPTION_LENGTH));
  }

  private Galley galley(Story story) {
    Galley whole = layout.galley(story, Body.whole(story.blocks()));
    boolean tooLong = !fits(whole, MESSAGE_LENGTH);
    return switch (story.style().length()) {
      case SPLIT -> whole;
      case QUOTE -> {
        Galley folded = layout.galley(story, Body.folded(story.blocks()));
        yield fits(folded, MESSAGE_LENGTH) ? folded : whole;
      }
      case EXCERPT ->
          tooLong && story.source().isPresent()
              ? layout.galley(story, Body.excerpt(story.blocks()))
              : whole;
    };
  }

  private static BotCall text(Calls calls, Pictures pictures, List<MarkedText> parts) {
    return pictures
        .onlyAddress()
        .map(address -> calls.messageUnder(address, parts.get(0)))
        .orElseGet(() -> calls.message(parts.get(0)));
  }

  private static boolean fits(Galley galley, int length) {
    return galley.text().length() <= length
        && Spans.settle(galley.text(), galley.spans()).size() <= MESSAGE_ENTITIES;
  }

  private static List<MarkedText> parts(Galley galley, int first, ChannelStyle style) {
    int most = style.maxParts();
    int number = "\n\n%1$d/%1$d".formatted(most).length();
    List<MarkedText> parts =
        new Splitter(MESSAGE_LENGTH, number, MESSAGE_ENTITIES).split(galley, first, most);
    if (parts.size() > most) {
      throw new PostException(
          "The article would need %d messages, the limit is %d: shorten it."
              .formatted(parts.size(), most));
    }
    return parts.size() == 1 ? parts : numbered(parts);
  }

  private static List<MarkedText> numbered(List<MarkedText> parts) {
    List<MarkedText> numbered = new ArrayList<>();
    for (MarkedText part : parts) {
      String number = "\n\n%d/%d".formatted(numbered.size() + 1, parts.size());
      numbered.add(new MarkedText(part.text() + number, part.entities()));
    }
    return numbered;
  }
}
