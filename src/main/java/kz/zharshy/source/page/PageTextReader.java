package kz.zharshy.source.page;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.Line;
import kz.zharshy.source.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a site's page: exchange rates, rubric, headline twice, date and views,
 * paragraphs, signature, share line, subscribe footer. Any of these may be missing, and what looks
 * like them inside the article is the article's own.
 */
public final class PageTextReader {
  private final ZoneId zone;

  public PageTextReader(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The article of this page.
   *
   * @throws UnreadableException if nothing in it can be a headline
   */
  public Draft read(String name, String text) throws UnreadableException {
    Optional<PageTop> found = PageTop.of(Line.of(text));
    if (found.isEmpty()) {
      throw new UnreadableException(ReasonCode.NO_HEADLINE, name);
    }
    PageTop top = found.get();
    List<String> tags = new ArrayList<>();
    PageTail tail = PageTail.of(withoutTags(top.body(), tags));
    List<Line> words = RelatedLinkLine.without(withoutTags(tail.body(), tags));
    Byline byline = Byline.of(words, top.headline());
    Content content =
        Content.builder(top.headline(), PageBody.of(byline.body()))
            .section(top.section())
            .author(byline.author())
            .publishedAt(moment(top.date()))
            .tags(tags)
            .build();
    return Draft.of(content).withPlan(Plan.atOnce().withChannel(channel(tail.footer())));
  }

  /** The lines above a page's hashtags, which are the article's keywords. */
  private static List<Line> withoutTags(List<Line> lines, List<String> tags) {
    int end = RelatedLinkLine.endOfWords(lines, 0);
    lines.subList(end, lines.size()).forEach(line -> tags.addAll(RelatedLinkLine.hashtags(line)));
    return lines.subList(0, end);
  }

  private java.time.@Nullable Instant moment(@Nullable LocalDateTime date) {
    return date == null ? null : date.atZone(zone).toInstant();
  }

  private static @Nullable String channel(String footer) {
    List<String> names = SubscribeFooter.channelsIn(footer);
    return names.size() == 1 ? names.get(0) : null;
  }

  /** Who wrote it, from the line above the text or the signature below it, and the rest. */
  private record Byline(@Nullable String author, List<Line> body) {
    static Byline of(List<Line> lines, String headline) {
      Optional<Signature> signature = Signature.find(lines, headline);
      if (signature.isPresent()) {
        return new Byline(signature.get().author(), signature.get().body());
      }
      if (lines.size() > 1) {
        Optional<String> above = Signature.labelled(lines.get(0).text());
        if (above.isPresent()) {
          return new Byline(above.get(), new ArrayList<>(lines.subList(1, lines.size())));
        }
      }
      return new Byline(null, lines);
    }
  }
}
