package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import kz.zharshy.article.Content;
import kz.zharshy.language.Language;
import kz.zharshy.telegram.BotCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplatesTest {
  private static final Content PARK =
      Content.builder("Парк <b>", "Текст & {{ title }}.")
          .section("Қала өмірі")
          .author("А. Нұр\nтілші")
          .publishedAt(Instant.parse("2025-03-01T06:00:00Z"))
          .sourceUrl("https://news.kz/1?a=\"&b")
          .build();

  @Test
  void aTemplateLaysOutThePost() {
    String template =
        """
        {# Our own. #}
        📰 <b>{{ title | upper }}</b> <i>({{ section }})</i>
        {% if author %}
          <blockquote>{{ author }}, {{ office }}</blockquote>
        {% endif %}

        {{ body }}

        <a href="{{ source }}">{{ date }}</a>
        """;
    BotCall call = make("default.peb", template);
    assertThat(call.params().path("text").asText())
        .isEqualTo(
            "📰 ПАРК <B> (Қала өмірі)\n\nА. Нұр, тілші\n\nТекст & {{ title }}.\n\n1 марта 2025");
    assertThat(call.params().path("entities").toString())
        .isEqualTo(
            "[{\"type\":\"bold\",\"offset\":3,\"length\":8},"
                + "{\"type\":\"italic\",\"offset\":12,\"length\":12},"
                + "{\"type\":\"blockquote\",\"offset\":26,\"length\":13},"
                + "{\"type\":\"text_link\",\"offset\":63,\"length\":12,"
                + "\"url\":\"https://news.kz/1?a=\\\"&b\"}]");
  }

  @ParameterizedTest
  @CsvSource({
    "section-Қала_өмірі.peb, yes",
    "section-қала_өмірі.peb, yes",
    "channel-example_news.peb, yes",
    "language-ru.peb, yes",
    "language-kk.peb, no",
    "section-Спорт.peb, no"
  })
  void aTemplateIsForItsSectionChannelOrLanguage(String file, String taken) {
    boolean ours = make(file, "ours").params().path("text").asText().equals("ours");
    assertThat(ours).isEqualTo(taken.equals("yes"));
  }

  @Test
  void theNarrowerTemplateGoesFirst() {
    Map<String, String> files =
        Map.of(
            "default.peb", "default",
            "language-ru.peb", "language",
            "channel-example_news.peb", "channel",
            "section-Қала_өмірі.peb", "section");
    assertThat(make(files).params().path("text").asText()).isEqualTo("section");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "{{ titel }}¦1¦titel is unknown. A template knows title, section, sectionTag, lead, body,",
        "{% if section == \"Спорт\" %}~{{ athor }}{% endif %}¦2¦athor is unknown.",
        "{{ title | raw }}¦1¦Filter [raw] does not exist.",
        "~{{ title | shout }}¦2¦Filter [shout] does not exist.",
        "~~{% include \"/etc/passwd\" %}¦3¦Unexpected tag name \"include\"",
        "{% autoescape false %}{{ title }}{% endautoescape %}¦1¦Unexpected tag name \"autoescape\"",
        "{{ title.getClass() }}¦1¦For security reasons",
        "{{ title¦1¦Unexpected token of value",
        "{% if title %}~x¦2¦Unexpected end of template.",
        "<b>{{ title }}~{{ body }}¦1¦<b> is never closed.",
        "{{ title }}~</b>¦2¦</b> closes nothing.",
        "<b><i>x</b></i>¦1¦</b> closes nothing.",
        "~<h1>{{ title }}</h1>¦2¦<h1> is no tag of templates.",
        "~<b class=\"x\">{{ title }}</b>¦2¦<b> takes no class=\"x\"; a and button take href",
        "<blockquote expandible>x</blockquote>¦1¦<blockquote> takes no expandible;",
        "~<b {{ title }}¦2¦< begins no tag. Close the tag with >, or write &lt; for the character.",
        "~a&nbsp;b¦2¦&nbsp; is unknown. Write the character itself; < and & are &lt; and &amp;.",
        "~<a href=\"/news\">x</a>¦2¦The link leads nowhere. Its address begins with https://,",
        "~<a href=\"{{ title }}\">x</a>¦2¦The link leads nowhere.",
        "~{{ body | upper }}¦2¦body is no text but blocks, so no filter changes it:",
        "~{{ \"x\" + body }}¦2¦body is no text but blocks: write {{ body }} by itself.",
        "~{{ body }}{% if more %}{{ body }}{% endif %}¦2¦body stands there more than once",
        "{% if lead %}~<b>{% endif %}x{% if date %}</b>{% endif %}¦2¦<b> and </b> do not both stand",
        "~¦1¦The template is empty.",
        "~<button href=\"{{ source }}\"><b>x</b></button>¦2¦A button holds words only, without <b>",
        "~<button>x</button>¦2¦The link has no address: <button href=\"…\"> is wanted.",
        "{# nothing #}¦1¦The template shows nothing.",
        "~{% for i in range(1, 200) %}twenty letters and a bit {% endfor %}¦2¦The template is longer than a message",
        "~{% for i in range(1, 60) %}<b>x</b> <i>y</i> {% endfor %}¦2¦The template sets more than",
        "~{% for i in range(0, 100000000) %}x{% endfor %}¦2¦range(0, 100000000) makes more than 200 numbers. No message",
        "~{% for i in range(0, 9, 0) %}x{% endfor %}¦2¦range(0, 9) makes more than 200 numbers.",
        "{% for i in [1] %}{% for j in [1] %}~{% for k in [1] %}x{% endfor %}{% endfor %}{% endfor %}¦2¦A for stands in a for at most",
        "~{% for i in range(1, 150) %}<button href=\"{{ source }}\">{{ i }}</button>{% endfor %}x¦2¦The template makes 150 buttons",
        "x~{% set a = \"ab\" %}{% for i in range(1, 90) %}~{% set a = a + a %}{% endfor %}¦3¦a grows to more than 10000000 characters.",
        "~{% for i in range(1, 200) %}{% for j in range(1, 200) %}{{ title }} again{% endfor %}{% endfor %}¦2¦The template makes more than 200000 characters",
        "~{% extends \"default.peb\" %}¦2¦Unexpected tag name \"extends\"",
        "~{% block x %}{{ title }}{% endblock %}¦2¦Unexpected tag name \"block\"",
        "~{% import \"default.peb\" %}¦2¦Unexpected tag name \"import\"",
        "~{% macro x() %}a{% endmacro %}¦2¦Unexpected tag name \"macro\"",
        "~{{ parent() }}¦2¦Can not use parent function if template does not extend",
        "~{{ title }}{{ block(\"x\") }}¦2¦Templates have no blocks. The",
        "~{{ i18n(\"x\", \"y\") }}¦2¦Function or Macro [i18n] does not exist. There are max, min and range.",
        "<blockquote>~<blockquote>x</blockquote></blockquote>¦2¦<blockquote> stands in another one",
        "~<button href=\"{{ source }}\"> </button>¦2¦A button shows words: write them before </button>.",
        "~{% for tag in tags %}{{ tag }}{% endfor %}¦2¦Not an iterable object. Value = [tags].",
        "~{{ title | slice(0, 3) }}¦2¦toIndex must be smaller than input size: 1.",
        "~{% if title is emty %}x{% endif %}¦2¦Wrong operand(s) type in conditional expression. There are the tests",
        "<a>{{ title }}</a>¦1¦The link has no address: <a href=\"…\"> is wanted.",
        "{{ loop.first }}¦1¦Root attribute [loop] does not exist"
      })
  void aMistakeIsToldWithItsFileAndLine(String template, int line, String message) {
    assertThatThrownBy(() -> Templates.of(Map.of("default.peb", template.replace('~', '\n'))))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("default.peb, line " + line + ": " + message);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                Templates.of(
                    Map.of(
                        "default.peb", "{{ a }}\n{{ b }}",
                        "sport.peb", "x",
                        "language-kk.peb", "<u>")))
        .isInstanceOfSatisfying(
            TemplateException.class,
            e ->
                assertThat(e.mistakes())
                    .extracting(mistake -> mistake.file() + ":" + mistake.line())
                    .containsExactly(
                        "default.peb:1", "default.peb:2", "language-kk.peb:1", "sport.peb:1"));
  }

  @Test
  void aTemplateThatAloneIsLongerThanAMessageIsAMistake() {
    assertThatThrownBy(
            () -> Templates.of(Map.of("default.peb", "x".repeat(4096) + "\n{{ title }}y")))
        .hasMessage(
            "default.peb, line 2: The template is longer than a message with any article: it makes"
                + " 4099 characters of the shortest one, and a message has 4096 at most.");
  }

  @Test
  void aHeadlineOnAButtonIsShortened() {
    PostMaker maker =
        new PostMaker(
            new Samples.Paragraphs(),
            Templates.of(
                Map.of("default.peb", "x <button href=\"{{ source }}\">{{ title }}</button>")));
    Content content =
        Content.builder("ж".repeat(97) + " 🇰🇿".repeat(900), "x")
            .sourceUrl("https://news.kz/1")
            .build();
    Post post = maker.make(Samples.article(content), Language.RU, Samples.style());
    assertThat(RenderedPart.of(post.parts().get(0)).buttons())
        .containsExactly("ж".repeat(97) + "…");
  }

  @Test
  void theButtonThatIsOneTooManyIsToldWithItsLine() {
    String button = "<button href=\"{{ source }}\">{{ title }}</button>\n";
    assertThat(Templates.of(Map.of("default.peb", "x\n" + button.repeat(97)))).isNotNull();
    assertThatThrownBy(() -> Templates.of(Map.of("default.peb", "x\n" + button.repeat(98))))
        .hasMessage(
            "default.peb, line 99: The template makes 98 buttons with some articles, and a message"
                + " has 97 at most.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% if section == \"A\" %}%s{% else %}%s{% endif %}",
        "{% if source %}<a href=\"{{ source }}\">x</a>{% endif %}%s",
        "{% set url = source %}<a href=\"{{ url }}\">x</a> &lt; &amp;",
        "<a href=\"https://example.com/{{ language }}\">x</a>",
        "{{ more ? lead : body }}"
      })
  void aTemplateThatFitsWithSomeArticleIsNoMistake(String template) {
    String file = template.replace("%s", "long ".repeat(700));
    assertThat(Templates.of(Map.of("default.peb", file))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 60_000})
  void aTemplateThatStandsInItselfTooDeeplyIsAMistake(int depth) {
    String template = "{{ " + "(".repeat(depth) + "title" + ")".repeat(depth) + " }}";
    assertThatThrownBy(() -> Templates.of(Map.of("default.peb", template)))
        .isInstanceOf(TemplateException.class)
        .hasMessageMatching(
            "default.peb, line 1: (Its brackets or ifs stand inside each other too deeply\\."
                + "|The template has 120011 characters, and 100000 are allowed\\. A post has 4096\\.)");
  }

  @Test
  void aTemplateForALanguageThatTheBotDoesNotSpeakIsAMistake() {
    assertThatThrownBy(() -> Templates.of(Map.of("language-de.peb", "x")))
        .hasMessage(
            "language-de.peb, line 1: The bot speaks kk, ru and en: call the file language-kk.peb.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {{ title / 2 }} \
          | ["template-fails","default.peb",2,"{{ title / 2 }}","Could not perform division"]
          {{ title.size }} | ["template-no-value","default.peb",2,"size"]
          """)
  void whatATemplateCannotDoWithOneArticleIsToldWithItsLine(String line, String reason) {
    String template = "{% if title == \"Парк <b>\" %}\n" + line + "\n{% endif %}x";
    assertThatThrownBy(() -> make("default.peb", template))
        .isInstanceOfSatisfying(
            PostException.class, e -> assertThat(e.reason()).hasToString(reason));
  }

  @Test
  void localNamesFiltersAndTestsAreNoMistakes() {
    String template =
        """
        {% set short = title | abbreviate(20) %}{{ short | replace({"a": "b"}) }}
        {% for part in ["x", 'y'] %}{{ loop.index }} {{ part }}{% endfor %}
        {% if tags is not empty and not (lead contains "none") %}{{ tags | default(section) }}{% endif %}
        """;
    assertThat(Templates.of(Map.of("default.peb", template))).isNotNull();
  }

  private static BotCall make(String file, String template) {
    return make(Map.of(file, template));
  }

  private static BotCall make(Map<String, String> files) {
    PostMaker maker = new PostMaker(new Samples.Paragraphs(), Templates.of(files));
    return PostCalls.of(maker.make(Samples.article(PARK), Language.RU, Samples.style())).get(0);
  }
}
