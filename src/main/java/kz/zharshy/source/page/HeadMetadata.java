package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.zharshy.language.Language;
import kz.zharshy.source.CleanText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself in its head: OpenGraph, meta and link elements. */
record HeadMetadata(Document page) {
  /** The content of a meta element by its property, name or itemprop. */
  Optional<String> content(String name) {
    return contents(name).stream().findFirst();
  }

  /** The contents of all meta elements of this name. */
  List<String> contents(String name) {
    List<String> contents = new ArrayList<>();
    for (String attribute : List.of("property", "name", "itemprop")) {
      for (Element meta : page.select("meta[" + attribute + "=" + name + "]")) {
        line(meta.attr("content")).ifPresent(contents::add);
      }
    }
    return contents;
  }

  /** The page's title; the name of the site may be part of it. */
  Optional<String> title() {
    return line(page.title());
  }

  /** The address that the page gives as its own. */
  Optional<String> canonical() {
    Element link = page.selectFirst("link[rel=canonical]");
    return link == null ? content("og:url") : line(link.attr("href")).or(() -> content("og:url"));
  }

  /**
   * Only the languages that the bot speaks; {@code kz}, a country's code, is often meant for one.
   */
  @Nullable Language language() {
    Element html = page.selectFirst("html[lang]");
    return Optional.ofNullable(html)
        .flatMap(element -> line(element.attr("lang")))
        .or(() -> content("og:locale"))
        .map(code -> code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
        .map(code -> code.equals("kz") ? "kk" : code)
        .flatMap(Language::ofCode)
        .orElse(null);
  }

  /** A text on one line, if there is anything in it. */
  static Optional<String> line(String text) {
    String line = CleanText.line(CleanText.of(text));
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }
}
