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
  private static final int NARROWEST = 60;
  private static final int WIDEST = 100;
  private static final int LONG_LINE = 100;

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
        Content.builder(top.headline(), body(byline.body()))
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

  private static String body(List<Line> lines) {
    List<List<Line>> blocks = blocks(lines);
    boolean linesAreParagraphs = blocks.size() == 1;
    List<String> paragraphs = new ArrayList<>();
    for (List<Line> block : blocks) {
      if (isWrapped(block)) {
        paragraphs.add(joined(block));
      } else {
        addParagraphs(block, linesAreParagraphs, paragraphs);
      }
    }
    return String.join("\n\n", paragraphs);
  }

  private static List<List<Line>> blocks(List<Line> lines) {
    List<List<Line>> blocks = new ArrayList<>();
    for (Line line : lines) {
      if (line.opensBlock() || blocks.isEmpty()) {
        blocks.add(new ArrayList<>());
      }
      blocks.get(blocks.size() - 1).add(line);
    }
    return blocks;
  }

  /** Whether a program broke one paragraph into lines of nearly one width. */
  private static boolean isWrapped(List<Line> block) {
    if (block.size() < 3) {
      return false;
    }
    List<Line> full = block.subList(0, block.size() - 1);
    long fitting =
        full.stream().filter(l -> l.length() >= NARROWEST && l.length() <= WIDEST).count();
    boolean items = block.stream().anyMatch(line -> Sentence.isItem(line.text()));
    long finished = full.stream().filter(line -> Sentence.ends(line.text())).count();
    return !items && fitting * 10 >= full.size() * 9L && finished * 2 <= full.size();
  }

  private static String joined(List<Line> block) {
    List<String> texts = new ArrayList<>();
    block.forEach(line -> texts.add(line.text()));
    return String.join(" ", texts);
  }

  private static void addParagraphs(List<Line> block, boolean each, List<String> paragraphs) {
    int margin = block.stream().mapToInt(Line::indent).min().orElse(0);
    StringBuilder paragraph = new StringBuilder();
    for (int i = 0; i < block.size(); i++) {
      if (i > 0) {
        boolean parted = each ? parts(block, i) : isLong(block, i - 1) && isLong(block, i);
        paragraph.append(parted ? "\n\n" : "\n");
      }
      paragraph.append(" ".repeat(indent(block, i, margin))).append(block.get(i).text());
    }
    paragraphs.add(paragraph.toString());
  }

  /** In a text without blank lines each line is a paragraph, but for items and verses. */
  private static boolean parts(List<Line> block, int at) {
    boolean finished = Sentence.ends(block.get(at - 1).text());
    return !Sentence.isItem(block.get(at).text())
        && (finished || isLong(block, at - 1) || isLong(block, at));
  }

  private static boolean isLong(List<Line> block, int at) {
    return block.get(at).length() > LONG_LINE;
  }

  private static int indent(List<Line> block, int at, int margin) {
    return block.size() == 1 ? 0 : Math.min(block.get(at).indent() - margin, 12);
  }
}
