package kz.zharshy.source.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Run;
import kz.zharshy.source.SafeLink;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the CommonMark specification come out as their text, with their links. */
class CommonMarkExamplesTest {
  private final BodyBlocks reader = new BodyBlocks();

  static List<Example> examples() {
    return ExampleReader.readExamples(TestResources.getSpec());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void textAndLinksAreThoseOfTheSpecification(Example example) {
    Document expected = Jsoup.parse(tabbed(example.getHtml()));
    List<Block> blocks = reader.read(tabbed(example.getSource()), BodyFormat.MARKDOWN).blocks();
    assertThat(letters(PlainText.of(blocks))).isEqualTo(letters(shown(expected)));
    assertThat(links(blocks)).isEqualTo(links(expected));
  }

  /** What a reader sees: pictures with an address of the web by their captions. */
  private static String shown(Document expected) {
    expected.select("script, style, textarea, iframe, title").remove();
    for (Element img : expected.select("img")) {
      boolean web = SafeLink.of(img.attr("src")).isPresent();
      String caption = img.attr("title").isEmpty() ? img.attr("alt") : img.attr("title");
      img.after(web ? caption : "");
    }
    for (Element link : expected.select("a[href^=mailto]")) {
      String address = link.attr("href").substring("mailto:".length());
      link.append(link.text().contains(address) ? "" : " (" + address + ")");
    }
    return expected.body().wholeText();
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }

  /** The specification writes tabs as arrows. */
  private static String tabbed(String text) {
    return text.replace('→', '\t');
  }

  /** The specification's program encodes more characters than an address needs. */
  private static String decoded(String address) {
    return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Set<String> links(Document expected) {
    Set<String> links = new TreeSet<>();
    for (Element link : expected.select("a[href]")) {
      if (!link.text().isBlank()) {
        SafeLink.of(link.attr("href")).ifPresent(address -> links.add(decoded(address)));
      }
    }
    return links;
  }

  private static Set<String> links(List<Block> blocks) {
    Set<String> links = new TreeSet<>();
    for (Run run : runs(blocks)) {
      if (run.link() != null) {
        links.add(decoded(run.link()));
      }
    }
    return links;
  }

  private static List<Run> runs(List<Block> blocks) {
    List<Run> runs = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        runs.addAll(paragraph.runs());
      } else if (block instanceof Block.Heading heading) {
        runs.addAll(heading.runs());
      } else if (block instanceof Block.Quote quote) {
        runs.addAll(runs(quote.blocks()));
      } else if (block instanceof Block.Items items) {
        items.items().forEach(item -> runs.addAll(runs(item)));
      } else if (block instanceof Block.Table table) {
        table.rows().forEach(row -> row.forEach(runs::addAll));
      }
    }
    return runs;
  }
}
