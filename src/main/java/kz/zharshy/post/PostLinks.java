package kz.zharshy.post;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.article.RelatedPosts.Update;
import kz.zharshy.article.RelatedPosts.Version;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/**
 * Writes links to the posts around an article into its parts, where they have room. They never
 * change where a text is cut, so that a link that comes or goes touches one message only.
 */
final class PostLinks {
  private static final Phrases PHRASES = Phrases.of("post");
  private static final DateWords DATES = new DateWords();
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final RelatedPosts around;
  private final Language language;
  private final ZoneId zone;
  private final PostOptions.Siblings siblings;
  private final Set<Post.Links> leftOut = EnumSet.noneOf(Post.Links.class);

  PostLinks(RelatedPosts around, Language language, ChannelStyle style) {
    this.around = around;
    this.language = language;
    this.zone = style.zone();
    this.siblings = style.habits().siblings();
  }

  /** The links for which there was no room. */
  List<Post.Links> leftOut() {
    return List.copyOf(leftOut);
  }

  /** These rows of buttons and one that leads to the other versions. */
  List<List<Button>> buttons(List<List<Button>> rows) {
    if (siblings != PostOptions.Siblings.BUTTONS || around.versions().isEmpty()) {
      return rows;
    }
    List<List<Button>> all = new ArrayList<>(rows);
    all.add(
        around.versions().stream()
            .map(version -> new Button(version.language().ownName(), version.place().address()))
            .toList());
    return all;
  }

  /**
   * The part with those links that belong there.
   *
   * @param at where in it they stand
   * @param first whether readers begin with it
   * @param last whether it ends the post
   * @param mayHaveButtons whether Telegram shows buttons below it
   * @param room how long it may become
   */
  MarkedText into(
      MarkedText part, int at, boolean first, boolean last, boolean mayHaveButtons, int room) {
    MarkedText linked = part;
    boolean asLinks =
        siblings == PostOptions.Siblings.LINKS
            || (siblings == PostOptions.Siblings.BUTTONS && !mayHaveButtons);
    if (last && asLinks && !around.versions().isEmpty()) {
      linked = put(linked, at, List.of(versions()), room, Post.Links.VERSIONS);
    }
    if (first && !around.updates().isEmpty()) {
      linked = put(linked, at, updates(), room, Post.Links.UPDATES);
    }
    return linked;
  }

  /** All links as paragraphs of their own; fewer updates where there is no room for all. */
  PostText paragraphs(int updates) {
    if (updates == 0 && !around.updates().isEmpty()) {
      leftOut.add(Post.Links.UPDATES);
    }
    PostTextBuilder out = new PostTextBuilder();
    for (MarkedText line : updates().stream().limit(updates).toList()) {
      out.line();
      out.marked(line);
    }
    if (siblings == PostOptions.Siblings.LINKS && !around.versions().isEmpty()) {
      out.paragraph();
      out.marked(versions());
    }
    return out.postText();
  }

  /** As many of the lines as fit, the first ones first. */
  private MarkedText put(
      MarkedText part, int at, List<MarkedText> lines, int room, Post.Links what) {
    for (int count = lines.size(); count > 0; count--) {
      MarkedText with = put(part, at, lines.subList(0, count));
      if (with.text().length() <= room && with.entities().size() <= MessageLimits.ENTITIES) {
        return with;
      }
    }
    leftOut.add(what);
    return part;
  }

  private static MarkedText put(MarkedText part, int at, List<MarkedText> lines) {
    StringBuilder text = new StringBuilder(part.text().substring(0, at));
    text.append(at == 0 ? "" : "\n\n");
    List<Entity> spans = new ArrayList<>();
    for (MarkedText line : lines) {
      int from = text.length();
      line.entities().forEach(entity -> spans.add(moved(entity, from)));
      text.append(line.text()).append('\n');
    }
    text.setLength(text.length() - 1);
    text.append(at == 0 ? "\n\n" : "");
    int shift = text.length() - at;
    text.append(part.text().substring(at));
    for (Entity entity : part.entities()) {
      boolean around = entity.offset() < at && EntityNormalizer.end(entity) > at;
      spans.add(
          entity.offset() >= at ? moved(entity, shift) : around ? longer(entity, shift) : entity);
    }
    return new MarkedText(text.toString(), EntityNormalizer.settle(text.toString(), spans));
  }

  private static Entity moved(Entity entity, int by) {
    return new Entity(
        entity.type(), entity.offset() + by, entity.length(), entity.url(), entity.language());
  }

  private static Entity longer(Entity entity, int by) {
    return new Entity(
        entity.type(), entity.offset(), entity.length() + by, entity.url(), entity.language());
  }

  private List<MarkedText> updates() {
    return around.updates().stream()
        .map(update -> line(List.of(update(update)), List.of(update.place().address())))
        .toList();
  }

  /** With its date where that is another than the post's own. */
  private String update(Update update) {
    LocalDateTime at = LocalDateTime.ofInstant(update.at(), zone);
    LocalDate own = around.at() == null ? at.toLocalDate() : LocalDate.ofInstant(around.at(), zone);
    String when = at.toLocalDate().equals(own) ? CLOCK.format(at) : DATES.dateTime(language, at);
    return PHRASES.get(language, "update", when);
  }

  private MarkedText versions() {
    return line(
        around.versions().stream().map(Version::language).map(Language::ownName).toList(),
        around.versions().stream().map(version -> version.place().address()).toList());
  }

  private static MarkedText line(List<String> words, List<String> addresses) {
    StringBuilder text = new StringBuilder();
    List<Entity> links = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      text.append(i == 0 ? "" : " · ");
      links.add(
          new Entity("text_link", text.length(), words.get(i).length(), addresses.get(i), null));
      text.append(words.get(i));
    }
    return new MarkedText(text.toString(), links);
  }
}
