package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Content;
import kz.zharshy.language.Language;

/**
 * Makes posts of articles. What it makes is within Telegram's limits whatever the article holds,
 * and in the form in which Telegram keeps it. Safe for use by several threads.
 */
public final class PostMaker {
  /** Of a message, in UTF-16 units (core.telegram.org/bots/api#sendmessage). */
  private static final int MESSAGE_LENGTH = 4096;

  /** Of what stands under a photo or an album, in UTF-16 units. */
  private static final int CAPTION_LENGTH = 1024;

  /** Telegram drops what is above (core.telegram.org/api/entities). */
  private static final int MESSAGE_ENTITIES = 100;

  private final BodyReader reader;
  private final Layout layout = new Layout();

  public PostMaker(BodyReader reader) {
    this.reader = reader;
  }

  /**
   * The post that an article becomes in a channel, for readers of a language.
   *
   * @throws PostException if no post can be made of it, for example because it would need more
   *     messages than the channel allows
   */
  public Post make(Article article, Language language, ChannelStyle style) {
    Content content = article.content();
    List<Block> body =
        withoutHeadline(content, reader.read(content.body(), content.bodyFormat()).blocks());
    Pictures pictures = Pictures.of(content, body);
    Galley galley = layout.galley(content, body, pictures, language, style);
    if (galley.tail() == 0) {
      throw new PostException(
          "The article says nothing that can be shown: give it a headline or a text.");
    }
    boolean photos = !pictures.none() && (pictures.onlyAddress().isEmpty() || isCaption(galley));
    List<MarkedText> parts = parts(galley, photos ? CAPTION_LENGTH : MESSAGE_LENGTH, style);
    List<BotCall> calls = new ArrayList<>();
    Calls first = Calls.to(style.channel(), article.plan().silent());
    calls.add(photos ? first.photos(pictures.shown(), parts.get(0)) : text(first, pictures, parts));
    for (MarkedText part : parts.subList(1, parts.size())) {
      calls.add(Calls.to(style.channel(), true).message(part));
    }
    return new Post(calls);
  }

  private static BotCall text(Calls calls, Pictures pictures, List<MarkedText> parts) {
    return pictures
        .onlyAddress()
        .map(address -> calls.messageUnder(address, parts.get(0)))
        .orElseGet(() -> calls.message(parts.get(0)));
  }

  private static boolean isCaption(Galley galley) {
    return galley.text().length() <= CAPTION_LENGTH
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

  /** Web pages and Markdown files often repeat the headline at the top of the body. */
  private static List<Block> withoutHeadline(Content content, List<Block> body) {
    boolean repeated =
        !body.isEmpty() && PlainText.of(body.get(0)).equals(CleanText.line(content.title()));
    return repeated ? body.subList(1, body.size()) : body;
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
