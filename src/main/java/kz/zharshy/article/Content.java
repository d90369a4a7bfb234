package kz.zharshy.article;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import kz.zharshy.language.Language;
import kz.zharshy.language.LanguageGuess;
import org.jspecify.annotations.Nullable;

/**
 * What an article says, as its source gives it.
 *
 * @param language null if the source does not say; it is then recognised from the text
 * @param section the section, one or more words without {@code #}
 */
public record Content(
    Words words,
    @Nullable Language language,
    @Nullable String section,
    Origin origin,
    List<Media> media,
    List<String> tags) {
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  public Content {
    media = List.copyOf(media);
    tags = List.copyOf(tags);
  }

  /**
   * What an article says in words.
   *
   * @param summary the lead, if the source keeps it apart from the body
   */
  public record Words(String title, @Nullable String summary, String body, BodyFormat bodyFormat) {
    public Words {
      if (title.isBlank()) {
        throw new IllegalArgumentException("An article needs a headline.");
      }
    }
  }

  /**
   * Where an article comes from.
   *
   * @param author the name on the first line; job titles on the lines after it
   * @param publishedAt the site's date, not the channel's
   */
  public record Origin(
      @Nullable String author, @Nullable String sourceUrl, @Nullable Instant publishedAt) {}

  public String title() {
    return words.title;
  }

  public @Nullable String summary() {
    return words.summary;
  }

  public String body() {
    return words.body;
  }

  public BodyFormat bodyFormat() {
    return words.bodyFormat;
  }

  public @Nullable String author() {
    return origin.author;
  }

  public @Nullable String sourceUrl() {
    return origin.sourceUrl;
  }

  public @Nullable Instant publishedAt() {
    return origin.publishedAt;
  }

  /** The language that the source names, or else the one recognised from the text. */
  public Language spokenLanguage() {
    if (language != null) {
      return language;
    }
    // Markup consists of Latin letters and would make every page look English.
    String text = bodyFormat() == BodyFormat.HTML ? TAG.matcher(body()).replaceAll(" ") : body();
    return LanguageGuess.of(title() + "\n" + text);
  }

  public Content in(Language spoken) {
    return toBuilder().language(spoken).build();
  }

  public Builder toBuilder() {
    Builder builder = builder(title(), body());
    builder.bodyFormat = bodyFormat();
    builder.language = language;
    builder.section = section;
    builder.summary = summary();
    builder.author = author();
    builder.sourceUrl = sourceUrl();
    builder.publishedAt = publishedAt();
    builder.media = media;
    builder.tags = tags;
    return builder;
  }

  public static Builder builder(String title, String body) {
    return new Builder(title, body);
  }

  /** Collects an article's content; everything except headline and body is optional. */
  public static final class Builder {
    private final String title;
    private final String body;
    private BodyFormat bodyFormat = BodyFormat.TEXT;
    private @Nullable Language language;
    private @Nullable String section;
    private @Nullable String summary;
    private @Nullable String author;
    private @Nullable String sourceUrl;
    private @Nullable Instant publishedAt;
    private List<Media> media = List.of();
    private List<String> tags = List.of();

    private Builder(String title, String body) {
      this.title = title;
      this.body = body;
    }

    public Builder bodyFormat(BodyFormat value) {
      bodyFormat = value;
      return this;
    }

    public Builder language(@Nullable Language value) {
      language = value;
      return this;
    }

    public Builder section(@Nullable String value) {
      section = value;
      return this;
    }

    public Builder summary(@Nullable String value) {
      summary = value;
      return this;
    }

    public Builder author(@Nullable String value) {
      author = value;
      return this;
    }

    public Builder sourceUrl(@Nullable String value) {
      sourceUrl = value;
      return this;
    }

    public Builder publishedAt(@Nullable Instant value) {
      publishedAt = value;
      return this;
    }

    public Builder media(List<Media> value) {
      media = value;
      return this;
    }

    public Builder tags(List<String> value) {
      tags = value;
      return this;
    }

    /**
     * The content as collected. Throws {@link IllegalArgumentException} if the headline is blank.
     */
    public Content build() {
      return new Content(
          new Words(title, summary, body, bodyFormat),
          language,
          section,
          new Origin(author, sourceUrl, publishedAt),
          media,
          tags);
    }
  }
}
