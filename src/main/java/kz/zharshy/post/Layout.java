package kz.zharshy.post;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Block;
import kz.zharshy.article.Content;
import kz.zharshy.article.Mark;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * Lays out an article: headline and section above; author, date, source and the subscribe footer
 * below.
 */
final class Layout {
  private final Phrases phrases = Phrases.of("post");
  private final DateWords dates = new DateWords();

  Galley galley(
      Content content, List<Block> body, Pictures pictures, Language language, ChannelStyle style) {
    GalleyWriter out = new GalleyWriter();
    head(out, content);
    lead(out, content.summary(), body);
    new BlockWriter(out).write(body);
    out.beginTail();
    captions(out, pictures);
    author(out, content.author());
    meta(out, content, language, style);
    footer(out, style.footerFor(language));
    return out.galley();
  }

  private static void head(GalleyWriter out, Content content) {
    out.piece(CleanText.line(content.title()), EnumSet.of(Mark.BOLD), null);
    out.endHead();
    String section = content.section();
    if (section != null) {
      out.line();
      out.plain(Hashtag.of(section).orElse(CleanText.line(section)));
      out.endHead();
    }
    out.paragraph();
  }

  /** Many sources repeat the lead at the beginning of the body. */
  private static void lead(GalleyWriter out, @Nullable String summary, List<Block> body) {
    if (summary == null) {
      return;
    }
    String lead = CleanText.line(summary);
    if (body.isEmpty() || !PlainText.of(body.get(0)).startsWith(lead)) {
      out.paragraph();
      out.piece(lead, EnumSet.of(Mark.ITALIC), null);
    }
  }

  private static void captions(GalleyWriter out, Pictures pictures) {
    out.paragraph();
    for (String caption : pictures.captions()) {
      out.line();
      out.piece(CleanText.line(caption), EnumSet.of(Mark.ITALIC), null);
    }
  }

  private static void author(GalleyWriter out, @Nullable String author) {
    if (author != null) {
      out.paragraph();
      out.piece(author, EnumSet.of(Mark.ITALIC), null);
    }
  }

  private void meta(GalleyWriter out, Content content, Language language, ChannelStyle style) {
    Optional<LocalDate> date =
        Optional.ofNullable(content.publishedAt())
            .map(moment -> LocalDate.ofInstant(moment, style.zone()));
    Optional<String> source = Optional.ofNullable(content.sourceUrl()).flatMap(LinkAddress::of);
    out.paragraph();
    date.ifPresent(day -> out.plain(dates.date(language, day)));
    if (date.isPresent() && source.isPresent()) {
      out.plain(" · ");
    }
    source.ifPresent(url -> out.piece(phrases.get(language, "source"), Set.of(), url));
  }

  private static void footer(GalleyWriter out, Footer footer) {
    out.paragraph();
    out.piece(CleanText.line(footer.text()), Set.of(), footer.link());
  }
}
