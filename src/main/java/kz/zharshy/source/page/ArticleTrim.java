package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.Line;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an article's element what is not the article: menus and scripts, the headline and
 * date at its top, and at its end the signature, the share line and the invitation, by the same
 * rules as for a page's text.
 */
public final class ArticleTrim {
  private static final String FURNITURE =
      "script, style, noscript, template, nav, aside, form, iframe, button, footer, [hidden],"
          + " [aria-hidden=true], [role=navigation], .share, .social, .sharing, .sharedaddy,"
          + " .social-share, .ya-share2, .addtoany_share_save_container, .breadcrumbs, .breadcrumb,"
          + " .tags, .post-tags, .related, .related-posts, .subscribe, .comments, #comments,"
          + " .pagination, .print, .views, .post-views, .advert, .banner, .t228, .t-menu, .t-popup,"
          + " .t-footer, .instagram-media";

  /** Lines that are no part of any article, wherever they stand. */
  private static final Set<String> LABELS =
      Set.of(
          "реклама",
          "жарнама",
          "advertisement",
          "на правах рекламы",
          "к оглавлению",
          "назад",
          "возврат к списку",
          "на главную",
          "в начало",
          "артқа",
          "басты бетке",
          "back to list",
          "back to top");

  private static final Set<String> ITEMS = Set.of("li", "td", "th", "figure", "pre");
  private static final int LONGEST_NAME_OF_SITE = 80;

  private ArticleTrim() {}

  /**
   * Trims the element.
   *
   * @param remove a selector of what the site wants out, or null
   * @return the author by the signature, or by a line at the top that says so, if there was one
   */
  public static Optional<String> trim(Element root, String headline, @Nullable String remove) {
    root.select(FURNITURE).remove();
    if (remove != null) {
      root.select(remove).remove();
    }
    IdentityHashMap<Line, Element> elements = new IdentityHashMap<>();
    List<Line> lines = lines(root, elements);
    lines.removeIf(line -> LABELS.contains(line.text().toLowerCase(Locale.ROOT)));
    int top = endOfTop(lines, headline);
    // Hashtags below the text are the page's: a post has its own.
    int end = RelatedLinkLine.endOfWords(lines, top);
    List<Line> body = PageTail.of(lines.subList(top, end)).body();
    Optional<Signature> signature = Signature.find(body, headline);
    List<Line> kept = withoutRelatedLinks(signature.map(Signature::body).orElse(body), elements);
    kept.forEach(elements::remove);
    elements.values().forEach(Element::remove);
    removeRulesAtTheEnds(root);
    return signature
        .map(Signature::author)
        .or(() -> lines.stream().limit(top).flatMap(ArticleTrim::authorIn).findFirst());
  }

  private static List<Line> withoutRelatedLinks(
      List<Line> lines, IdentityHashMap<Line, Element> elements) {
    return lines.stream()
        .filter(
            line -> {
              Element element = elements.get(line);
              return element == null || !RelatedLinkLine.is(element);
            })
        .toList();
  }

  private static Stream<String> authorIn(Line line) {
    return Signature.labelled(line.text()).stream();
  }

  private static void removeRulesAtTheEnds(Element holder) {
    Element root = holder;
    while (root.childrenSize() == 1 && root.child(0).childrenSize() > 0) {
      root = root.child(0);
    }
    Element first = root.firstElementChild();
    while (first != null && isBare(first)) {
      Element next = first.nextElementSibling();
      first.remove();
      first = next;
    }
    Element last = root.lastElementChild();
    while (last != null && isBare(last)) {
      Element previous = last.previousElementSibling();
      last.remove();
      last = previous;
    }
  }

  private static boolean isBare(Element element) {
    return element.text().isBlank() && element.selectFirst("img") == null;
  }

  /** The paragraphs, headings and items, each as a line that opens a block. */
  private static List<Line> lines(Element root, IdentityHashMap<Line, Element> elements) {
    List<Line> lines = new ArrayList<>();
    Set<Element> holders = holdersOfBlocks(root);
    for (Element element : root.getAllElements()) {
      boolean leaf = element.isBlock() && !holders.contains(element);
      String text = leaf ? CleanText.line(element.text()) : "";
      if (!text.isEmpty()) {
        Line line = new Line(isItem(element, root) ? "- " + text : text, 0, true);
        lines.add(line);
        elements.put(line, element);
      }
    }
    return lines;
  }

  /** Only inside of the article: old sites lay out whole pages by tables. */
  private static boolean isItem(Element element, Element root) {
    for (Element at = element; at != null && !at.equals(root); at = at.parent()) {
      if (ITEMS.contains(at.normalName())) {
        return true;
      }
    }
    return false;
  }

  /** The elements with a block somewhere inside; each is visited once. */
  private static Set<Element> holdersOfBlocks(Element root) {
    Set<Element> holders = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element element : root.getAllElements()) {
      Element above = element.isBlock() && !element.equals(root) ? element.parent() : null;
      while (above != null && holders.add(above) && !above.equals(root)) {
        above = above.parent();
      }
    }
    return holders;
  }

  /** What stands above the headline is the site's, if it is short. */
  private static int belowHeadline(List<Line> lines, String headline) {
    for (int i = 0; i < Math.min(lines.size(), 10); i++) {
      String line = lines.get(i).text();
      if (HeadlineSimilarity.same(line, headline)) {
        return i + 1;
      }
      if (line.length() > LONGEST_NAME_OF_SITE || Sentence.ends(line)) {
        return 0;
      }
    }
    return 0;
  }

  /** Headline, date, views and rubric may stand again above the text. */
  private static int endOfTop(List<Line> lines, String headline) {
    int end = belowHeadline(lines, headline);
    for (int i = end; i < Math.min(lines.size(), end + 6); i++) {
      String line = lines.get(i).text();
      if (HeadlineSimilarity.same(line, headline)
          || DateLine.of(line).isPresent()
          || DateLine.isToday(line)
          || Signature.labelled(line).isPresent()
          || DateLine.isLabelledViews(line)
          || ShareLine.isShare(line)
          || TopLine.isRates(line)) {
        end = i + 1;
      } else if (!TopLine.isKnownRubric(line)) {
        break;
      }
    }
    return end;
  }
}
