package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import kz.zharshy.TelegramParser;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.source.body.BodyBlocks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML that Telegram knows is read as Telegram itself reads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TelegramHtmlTest {
  private static final List<String> OPENING =
      List.of(
          "<b>",
          "<strong>",
          "<i>",
          "<em>",
          "<u>",
          "<ins>",
          "<s>",
          "<strike>",
          "<del>",
          "<code>",
          "<tg-spoiler>",
          "<span class=\"tg-spoiler\">",
          "<a href=\"https://example.kz/a?b=1&amp;c=2\">",
          "<a href='http://EXAMPLE.kz'>",
          "<blockquote>",
          "<blockquote expandable>",
          "<pre>",
          "<pre><code class=\"language-py\">",
          "<tg-emoji emoji-id=\"5368324170671202286\">");
  private static final List<String> TEXTS =
      List.of(
          "сөз",
          "a",
          "Қазақстан",
          "&lt;b&gt;",
          "&amp;amp;",
          "&quot;",
          "👨‍👩‍👧",
          "1 234,5",
          "\n",
          " ",
          "\n\n",
          "—",
          "e\u0301",
          ".",
          "https://a.kz/",
          "#тег");

  private TelegramParser telegram;

  @BeforeAll
  void loadTheParser() {
    telegram = TelegramParser.orSkip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Бас <b>сөз</b> соң",
        "<b>a</b>",
        "<b> a &lt;b&gt; &amp;amp; </b> b",
        "Бас <strong>сөз</strong> соң",
        "<strong>a</strong>",
        "<strong> a &lt;b&gt; &amp;amp; </strong> b",
        "Бас <i>сөз</i> соң",
        "<i>a</i>",
        "<i> a &lt;b&gt; &amp;amp; </i> b",
        "Бас <em>сөз</em> соң",
        "<em>a</em>",
        "<em> a &lt;b&gt; &amp;amp; </em> b",
        "Бас <u>сөз</u> соң",
        "<u>a</u>",
        "<u> a &lt;b&gt; &amp;amp; </u> b",
        "Бас <ins>сөз</ins> соң",
        "<ins>a</ins>",
        "<ins> a &lt;b&gt; &amp;amp; </ins> b",
        "Бас <s>сөз</s> соң",
        "<s>a</s>",
        "<s> a &lt;b&gt; &amp;amp; </s> b",
        "Бас <strike>сөз</strike> соң",
        "<strike>a</strike>",
        "<strike> a &lt;b&gt; &amp;amp; </strike> b",
        "Бас <del>сөз</del> соң",
        "<del>a</del>",
        "<del> a &lt;b&gt; &amp;amp; </del> b",
        "Бас <code>сөз</code> соң",
        "<code>a</code>",
        "<code> a &lt;b&gt; &amp;amp; </code> b",
        "Бас <tg-spoiler>сөз</tg-spoiler> соң",
        "<tg-spoiler>a</tg-spoiler>",
        "<tg-spoiler> a &lt;b&gt; &amp;amp; </tg-spoiler> b",
        "Бас <span class=\"tg-spoiler\">сөз</span> соң",
        "<span class=\"tg-spoiler\">a</span>",
        "<span class=\"tg-spoiler\"> a &lt;b&gt; &amp;amp; </span> b",
        "Бас <pre>сөз</pre> соң",
        "<pre>a</pre>",
        "<pre> a &lt;b&gt; &amp;amp; </pre> b",
        "Бас <blockquote>сөз</blockquote> соң",
        "<blockquote>a</blockquote>",
        "<blockquote> a &lt;b&gt; &amp;amp; </blockquote> b",
        "Бас <blockquote expandable>сөз</blockquote> соң",
        "<blockquote expandable>a</blockquote>",
        "<blockquote expandable> a &lt;b&gt; &amp;amp; </blockquote> b",
        "Бас <a href=\"https://news.kz/\">сөз</a> соң",
        "<a href=\"https://news.kz/\">a</a>",
        "<a href=\"https://news.kz/\"> a &lt;b&gt; &amp;amp; </a> b",
        "a <b>b <strong>c</strong> d</b> e",
        "<b>a</b><strong>b</strong>",
        "a <strong>b <i>c</i> d</strong> e",
        "<strong>a</strong><i>b</i>",
        "a <i>b <em>c</em> d</i> e",
        "<i>a</i><em>b</em>",
        "a <em>b <u>c</u> d</em> e",
        "<em>a</em><u>b</u>",
        "a <u>b <ins>c</ins> d</u> e",
        "<u>a</u><ins>b</ins>",
        "a <ins>b <s>c</s> d</ins> e",
        "<ins>a</ins><s>b</s>",
        "a <s>b <strike>c</strike> d</s> e",
        "<s>a</s><strike>b</strike>",
        "a <strike>b <del>c</del> d</strike> e",
        "<strike>a</strike><del>b</del>",
        "a <del>b <tg-spoiler>c</tg-spoiler> d</del> e",
        "<del>a</del><tg-spoiler>b</tg-spoiler>",
        "a <tg-spoiler>b <span class=\"tg-spoiler\">c</span> d</tg-spoiler> e",
        "<tg-spoiler>a</tg-spoiler><span class=\"tg-spoiler\">b</span>",
        "a <span class=\"tg-spoiler\">b <a href=\"https://news.kz/\">c</a> d</span> e",
        "<span class=\"tg-spoiler\">a</span><a href=\"https://news.kz/\">b</a>",
        "a <a href=\"https://news.kz/\">b <b>c</b> d</a> e",
        "<a href=\"https://news.kz/\">a</a><b>b</b>",
        "plain",
        "бір\nекі",
        "бір\n\nекі",
        "бір  екі",
        "&lt;&gt;&amp;&quot;",
        "&#1178;аз &#x49A;аз",
        "a &amp;lt; b",
        "<B>a</B>",
        "<b >a</b >",
        "<a href='https://news.kz/?a=1&amp;b=2'>a</a>",
        "<a href=\"HTTP://NEWS.KZ/Ab\">a</a>",
        "<a href=\"https://news.kz?q=1\">a</a>",
        "<a href=\"https://news.kz#x\">a</a>",
        "<a href=\"https://жаңалық.қаз/\">a</a>",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\"ftp://news.kz/\">a</a>",
        "<a href=\"https://localhost/\">a</a>",
        "<a href=\"\">a</a>",
        "<a>a</a>",
        "<a name=\"x\" href=\"https://news.kz/\">a</a>",
        "<pre><code class=\"language-java\">int a;\n  b();</code></pre>",
        "<pre>a\n\n\nb</pre>",
        "<code class=\"language-py\">a</code>",
        "<pre>a &lt; b</pre> c <pre>d</pre>",
        "<blockquote>a\nb</blockquote>\nc",
        "<blockquote><b>a</b> <i>b</i></blockquote>",
        "<b>a <blockquote>b</blockquote> c</b>",
        "<blockquote expandable>a\n\nb</blockquote>",
        "<blockquote>a</blockquote><blockquote>b</blockquote>",
        "<blockquote>a <code>b</code> c</blockquote>",
        "<blockquote>a\n<pre>b</pre>\nc</blockquote>",
        "<b>a</b><b>b</b>",
        "<b>a <b>b</b> c</b>",
        "<i>a <b>b <u>c <s>d <tg-spoiler>e</tg-spoiler> f</s> g</u> h</b> i</i>",
        "<b>бір\nекі</b>",
        "<b> a </b>",
        "<b></b>a",
        "a<b>\n</b>b",
        "<u>👨‍👩‍👧</u>",
        "🇰🇿<b>🇰🇿</b>",
        "<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji> a",
        "<a href=\"https://news.kz/\"><b>a</b> b</a>",
        "<b><a href=\"https://news.kz/\">a</a> b</b>",
        "<a href=\"https://news.kz/a b\">a</a>"
      })
  void aTextIsReadAsTelegramReadsIt(String html) {
    assertAgree(html, html);
  }

  @Test
  void textsPutTogetherByChanceAreReadAsTelegramReadsThem() {
    for (long seed = 0; seed < 5000; seed++) {
      Random random = new Random(seed);
      StringBuilder html = new StringBuilder();
      write(html, random, 0);
      assertAgree("seed " + seed + ": " + html, html.toString());
    }
  }

  private void assertAgree(String name, String html) {
    MarkedText theirs = telegram.sent(known(telegram.html(html)));
    MarkedText ours = read(html);
    assertThat(FirstDifference.between(Covered.letters(ours), Covered.letters(theirs)))
        .as(name)
        .isEmpty();
    if (!html.contains("<pre") && !html.contains("<blockquote")) {
      assertThat(lines(ours.text())).as(name).isEqualTo(lines(theirs.text()));
    }
  }

  private static void write(StringBuilder html, Random random, int depth) {
    int pieces = 1 + random.nextInt(5);
    for (int i = 0; i < pieces; i++) {
      html.append(TEXTS.get(random.nextInt(TEXTS.size())));
      if (depth < 4 && random.nextInt(3) == 0) {
        String tag = OPENING.get(random.nextInt(OPENING.size()));
        if (fits(html, tag)) {
          html.append(tag);
          write(html, random, depth + 1);
          html.append(closing(tag));
        }
      }
    }
  }

  /** A link in a link is none in HTML, and nothing is marked inside of code. */
  private static boolean fits(StringBuilder html, String tag) {
    String before = html.toString();
    boolean inLink = before.lastIndexOf("<a ") > before.lastIndexOf("</a>");
    boolean inCode =
        before.lastIndexOf("<code") > before.lastIndexOf("</code>")
            || before.lastIndexOf("<pre") > before.lastIndexOf("</pre>");
    return !inCode && !(inLink && !tag.matches("<(?:b|i|u|s|tg-spoiler)>"));
  }

  private static String closing(String tag) {
    String name = tag.substring(1).split("[ >]", 2)[0];
    return (tag.startsWith("<pre><code") ? "</code>" : "") + "</" + name + ">";
  }

  private static MarkedText read(String html) {
    PostTextBuilder out = new PostTextBuilder();
    new BlockWriter(out).write(new BodyBlocks().read(html, BodyFormat.HTML).blocks());
    PostText postText = out.postText();
    return new MarkedText(
        postText.text(), EntityNormalizer.settle(postText.text(), postText.spans()));
  }

  /** Without the entities that no article has. */
  private static MarkedText known(MarkedText marked) {
    return new MarkedText(
        marked.text(),
        marked.entities().stream()
            .filter(entity -> !entity.type().startsWith("textEntityType"))
            .toList());
  }

  /** How many lines stay blank, and what white space stands at a line's ends, does not count. */
  private static List<String> lines(String text) {
    return text.lines().map(Whitespace::strip).filter(line -> !line.isEmpty()).toList();
  }
}
