package kz.zharshy.post;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.zharshy.article.Block;
import kz.zharshy.article.Content;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Phrases;

/** What templates know of an article. All of it is text; what an article lacks is empty. */
final class TemplateValues {
  /** Stands for the body in a template's output; no value holds it, see {@link TemplateText}. */
  static final char BODY = '\uE000';

  /** Every name that a template may use. */
  static final List<String> NAMES =
      List.of(
          ("title section sectionTag lead body captions author office date source"
                  + " sourceLabel readMoreLabel more tags language channel footer footerLink")
              .split(" ", -1));

  private final Phrases phrases = Phrases.of("post");
  private final DateWords dates = new DateWords();

  Map<String, Object> of(PostInput story, Body body) {
    Content content = story.content();
    Optional<String> section = Optional.ofNullable(content.section()).map(TextSanitizer::line);
    String author = Optional.ofNullable(content.author()).map(TextSanitizer::of).orElse("").strip();
    Footer footer = story.style().footerFor(story.language());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", TextSanitizer.line(content.title()));
    values.put("section", section.orElse(""));
    PostOptions.Hashtags hashtags = story.style().habits().hashtags();
    Optional<String> sectionTag = section.flatMap(Hashtag::of);
    values.put("sectionTag", hashtags == PostOptions.Hashtags.NONE ? "" : sectionTag.orElse(""));
    values.put("lead", lead(content, body.open()));
    values.put("body", story.blocks().isEmpty() ? "" : body());
    values.put("captions", captions(story.pictures()));
    values.put("author", author.lines().findFirst().orElse(""));
    values.put("office", author.lines().skip(1).collect(Collectors.joining("\n")));
    values.put("date", date(story));
    values.put("source", story.source().orElse(""));
    values.put("sourceLabel", phrases.get(story.language(), "source"));
    values.put("readMoreLabel", phrases.get(story.language(), "read-more"));
    values.put("more", body.more());
    values.put("tags", hashtags == PostOptions.Hashtags.ALL ? tags(content, sectionTag) : "");
    values.put("language", story.language().code());
    values.put("channel", story.style().channel());
    values.put("footer", TextSanitizer.line(footer.text()));
    values.put("footerLink", footer.link());
    return values;
  }

  /** What a template puts in for the body. */
  static SafeString body() {
    return new SafeString(String.valueOf(BODY));
  }

  /** Many sources repeat the lead at the beginning of the body. */
  private static String lead(Content content, List<Block> body) {
    String lead = Optional.ofNullable(content.summary()).map(TextSanitizer::line).orElse("");
    boolean empty = lead.isEmpty() || body.isEmpty();
    return !empty && PlainText.of(body.get(0)).startsWith(lead) ? "" : lead;
  }

  private static String captions(Pictures pictures) {
    return pictures.captions().stream().map(TextSanitizer::line).collect(Collectors.joining("\n"));
  }

  private String date(PostInput story) {
    return Optional.ofNullable(story.content().publishedAt())
        .map(moment -> LocalDate.ofInstant(moment, story.style().zone()))
        .map(day -> dates.date(story.language(), day))
        .orElse("");
  }

  /** Telegram's search takes capitals for small letters, so one of each hashtag is enough. */
  private static String tags(Content content, Optional<String> section) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String words : content.tags()) {
      Hashtag.of(words).ifPresent(tag -> tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag));
    }
    section.ifPresent(tag -> tags.remove(tag.toLowerCase(Locale.ROOT)));
    return String.join(" ", tags.values());
  }
}
