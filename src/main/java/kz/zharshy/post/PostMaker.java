package kz.zharshy.post;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.MediaKind;
import kz.zharshy.article.Plan;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.language.Language;

/**
 * Makes posts of articles. What it makes is within Telegram's limits whatever the article holds,
 * and in the form in which Telegram keeps it. Safe for use by several threads.
 */
public final class PostMaker {
  private static final Form NEW = new Form(Optional.empty(), true, false);

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
    PostInput story = PostInput.of(article.content(), reader, language, style);
    return make(story, NEW, RelatedPosts.NONE, article.plan().silent());
  }

  /**
   * The same for a post that goes out at a moment, when the channel may be silent, and leads to
   * other posts. Throws {@link PostException} if no post can be made of it.
   */
  public Post make(
      Article article, Language language, ChannelStyle style, RelatedPosts around, Instant moment) {
    LocalTime time = LocalTime.ofInstant(moment, style.zone());
    Plan plan = article.plan();
    boolean silent = plan.silent() || style.habits().silence().holds(plan.priority(), time);
    PostInput story = PostInput.of(article.content(), reader, language, style);
    return make(story, NEW, around, silent);
  }

  /**
   * The post that an article becomes where its first message is in the channel already. It stays
   * what it is, a picture or a text, as Telegram makes neither of the other.
   *
   * @param first the first message as it is now
   * @throws PostException if no post can be made of the article
   */
  public Post remake(
      Article article, Language language, ChannelStyle style, RelatedPosts around, PostPart first) {
    boolean rich = first instanceof PostPart.Rich;
    boolean album = first instanceof PostPart.Album;
    Form form = new Form(Optional.of(Edits.hasMedia(first)), rich, album);
    PostInput story = PostInput.of(article.content(), reader, language, style);
    return make(story, form, around, article.plan().silent());
  }

  /**
   * What a post must stay.
   *
   * @param pictured whether the words of the first message are a picture's; empty where either will
   *     do
   * @param mayBeRich whether it may become a rich message
   * @param album whether the first message is an album, which has no buttons
   */
  private record Form(Optional<Boolean> pictured, boolean mayBeRich, boolean album) {}

  private Post make(PostInput story, Form form, RelatedPosts around, boolean silent) {
    ChannelStyle style = story.style();
    PostText postText = postText(story);
    if (story.isEmpty()) {
      throw new PostException(ReasonCode.NOTHING_TO_SHOW);
    }
    if (style.length() == Length.RICH && form.mayBeRich() && needsRich(postText, story)) {
      PartHeader to = answering(PartHeader.to(style, silent), around);
      PostLinks links = new PostLinks(around, story.language(), style);
      Optional<PostPart> rich = rich(to, story, links, around.updates().size());
      if (rich.isPresent()) {
        return new Post(List.of(rich.get()), links.leftOut());
      }
    }
    PostLinks links = new PostLinks(around, story.language(), style);
    boolean caption = form.pictured().orElseGet(() -> isCaption(postText, story));
    boolean album = form.album() || (caption && story.pictures().shown().size() > 1);
    List<MarkedText> parts =
        parts(postText, caption ? MessageLimits.CAPTION : MessageLimits.TEXT, style, links, album);
    List<PostPart> messages = new ArrayList<>();
    for (MarkedText part : parts) {
      boolean first = messages.isEmpty();
      boolean last = messages.size() == parts.size() - 1;
      PartHeader plain = PartHeader.to(style, silent || !first);
      boolean bare = first && album;
      PartHeader to =
          last
              ? plain.withButtons(bare ? postText.buttons() : links.buttons(postText.buttons()))
              : plain;
      messages.add(
          first
              ? first(answering(to, around), story, part, caption)
              : new PostPart.Text(to, part, null));
    }
    return new Post(messages, links.leftOut());
  }

  /** Its updates are the first to be left out where not all fits. */
  private Optional<PostPart> rich(
      PartHeader header, PostInput story, PostLinks links, int updates) {
    if (story.pictures().shown().stream()
        .anyMatch(it -> it.kind() != MediaKind.PHOTO || !Pictures.isAddress(it.location()))) {
      return Optional.empty(); // A rich message takes no uploads, and ours shows no videos.
    }
    Layout.Around around = layout.around(story);
    RichMessage message = new RichMessage();
    message.add(around.above());
    story.pictures().besideBody(story.blocks()).forEach(message::add);
    message.add(story.blocks());
    if (message.isTooMuch()) {
      return Optional.empty();
    }
    message.add(links.paragraphs(updates));
    message.add(around.below());
    List<List<Button>> buttons = new ArrayList<>(around.above().buttons());
    buttons.addAll(around.below().buttons());
    PartHeader buttoned = header.withButtons(links.buttons(buttons));
    Optional<PostPart> part = message.blocks().map(blocks -> new PostPart.Rich(buttoned, blocks));
    return part.isPresent() || updates == 0 ? part : rich(header, story, links, updates - 1);
  }

  private static PartHeader answering(PartHeader header, RelatedPosts around) {
    return around.answersTo() == null ? header : header.withAnswersTo(around.answersTo().message());
  }

  /** Telegram's older apps do not show rich messages, so a plain article stays a plain message. */
  private static boolean needsRich(PostText postText, PostInput story) {
    return !fits(postText, MessageLimits.TEXT)
        || story.blocks().stream()
            .anyMatch(
                block ->
                    block instanceof Block.Table
                        || block instanceof Block.Heading
                        || block instanceof Block.Figure);
  }

  private static PostPart first(
      PartHeader header, PostInput story, MarkedText part, boolean caption) {
    if (caption && !story.pictures().none()) {
      List<Medium> media =
          story.pictures().shown().stream()
              .map(it -> new Medium(it.kind(), it.location()))
              .toList();
      return media.size() == 1
          ? new PostPart.Single(header, media.get(0), part)
          : new PostPart.Album(header, media, part);
    }
    return new PostPart.Text(header, part, above(story).orElse(null));
  }

  /** Whether the first words stand under a picture. */
  private static boolean isCaption(PostText postText, PostInput story) {
    return !story.pictures().none() && (above(story).isEmpty() || isBetterAsPhoto(postText, story));
  }

  /** A text that fits under its photo stands there; the card of a page is no photo. */
  private static boolean isBetterAsPhoto(PostText postText, PostInput story) {
    return fits(postText, MessageLimits.CAPTION)
        && above(story).equals(story.pictures().onlyAddress());
  }

  /** What is shown large above a text, by its address. */
  private static Optional<String> above(PostInput story) {
    Optional<String> picture = story.pictures().onlyAddress();
    boolean several = story.pictures().shown().size() > 1;
    return switch (story.style().habits().preview()) {
      case PICTURE -> picture;
      case PAGE -> several ? Optional.empty() : story.source().or(() -> picture);
      case NONE -> Optional.empty();
    };
  }

  private PostText postText(PostInput story) {
    PostText whole = layout.postText(story, Body.whole(story.blocks()));
    boolean tooLong = !fits(whole, MessageLimits.TEXT);
    boolean mayFold = whole.text().length() <= MessageLimits.TEXT;
    return switch (story.style().length()) {
      case SPLIT, RICH -> whole;
      case QUOTE -> {
        if (!mayFold) {
          yield whole;
        }
        PostText folded = layout.postText(story, Body.folded(story.blocks()));
        yield fits(folded, MessageLimits.TEXT) ? folded : whole;
      }
      case EXCERPT ->
          tooLong && story.source().isPresent()
              ? layout.postText(story, Body.excerpt(story.blocks()))
              : whole;
    };
  }

  private static boolean fits(PostText postText, int length) {
    return postText.text().length() <= length
        && EntityNormalizer.settle(postText.text(), postText.spans()).size()
            <= MessageLimits.ENTITIES;
  }

  private static List<MarkedText> parts(
      PostText postText, int first, ChannelStyle style, PostLinks links, boolean album) {
    int most = style.maxParts();
    refuse(ReasonCode.FAR_TOO_MANY_PARTS, leastParts(postText), most);
    int number = "\n\n%1$d/%1$d".formatted(most).length();
    List<MarkedText> parts =
        new Splitter(MessageLimits.TEXT, number, MessageLimits.ENTITIES)
            .split(postText, first, most);
    refuse(ReasonCode.TOO_MANY_PARTS, parts.size(), most);
    boolean several = parts.size() > 1;
    List<MarkedText> linked = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      MarkedText part = parts.get(i);
      int at = last ? tail(part, postText) : part.text().length();
      int room = (i == 0 ? first : MessageLimits.TEXT) - (several ? number : 0);
      linked.add(links.into(part, at, i == 0, last, !(i == 0 && album), room));
    }
    return several ? numbered(linked) : linked;
  }

  /** So many messages are full of what is not white space, which tells without any cutting. */
  private static int leastParts(PostText postText) {
    String text = postText.text();
    int shown = 0;
    for (int at = 0; at < text.length(); at++) {
      shown += Whitespace.isEmpty(text.charAt(at)) ? 0 : 1;
    }
    return shown / MessageLimits.TEXT;
  }

  private static void refuse(ReasonCode code, int parts, int most) {
    if (parts > most) {
      throw new PostException(code, parts, most);
    }
  }

  /** Where in the last part begins what stands under the article. */
  private static int tail(MarkedText last, PostText postText) {
    int below = postText.text().length() - postText.tail();
    return Math.max(0, last.text().length() - below);
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
