package kz.zharshy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.zharshy.article.Content;
import kz.zharshy.language.Language;
import kz.zharshy.search.Search.Found;
import kz.zharshy.search.Search.Hit;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.search.index.Indexer;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.NewQueue;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches of an archive in three languages, as people type them. */
final class SearchTest {
  private static final int FIRST = 3;

  @TempDir static Path folder;
  private static QueueDatabase database;
  private static ArticleIndex index;
  private static final Map<Long, String> NAMES = new HashMap<>();

  @BeforeAll
  static void fill() throws SQLException {
    Path file = folder.resolve("archive.db");
    database = NewQueue.in(file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO article (id, language, section, title, body, state, published_at)"
                    + " VALUES (?, ?, ?, ?, ?, 'published',"
                    + " strftime('%Y-%m-%dT%H:%M:%SZ', '2026-01-01', '+' || ? || ' hours'))")) {
      connection.setAutoCommit(false);
      long id = 0;
      for (String[] line : lines("archive.txt")) {
        id++;
        NAMES.put(id, line[0]);
        insert.setLong(1, id);
        for (int i = 1; i < line.length; i++) {
          insert.setString(i + 1, line[i]);
        }
        insert.setLong(6, id);
        insert.executeUpdate();
      }
      connection.commit();
    }
    index = new ArticleIndex(ArticleIndex.folderOf(file), database.archiveChanges().archiveId());
    try (Indexer indexer =
        new Indexer(database.archiveChanges(), new BodyBlocks(), index, done -> {})) {
      while (indexer.step().isZero()) {
        // Reads all there is.
      }
    }
  }

  @AfterAll
  static void close() {
    index.close();
    database.close();
  }

  @Test
  void theArticleWantedIsAmongTheFirstThree() {
    List<String> missed = new ArrayList<>();
    List<String[]> searches = lines("searches.txt");
    for (String[] search : searches) {
      List<String> found = names(search[1], Language.ofCode(search[0]).orElseThrow());
      if (!found.subList(0, Math.min(FIRST, found.size())).contains(search[2])) {
        missed.add(search[1] + " -> " + search[2] + ", found " + found);
      }
    }
    assertThat(NAMES).hasSizeGreaterThanOrEqualTo(250);
    assertThat(searches).hasSizeGreaterThanOrEqualTo(500);
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"KK", "RU"})
  void aNounAsADictionaryHasItBringsAnArticleWithThatWordFirst(Language language) {
    List<String[]> nouns =
        lines("nouns.txt").stream().filter(line -> line[0].equals(language.code())).toList();
    List<String> missed = new ArrayList<>();
    for (String[] noun : nouns) {
      String first =
          search(noun[1], language).hits().stream().map(this::words).findFirst().orElse("");
      if (List.of(noun[2].split(",")).stream().noneMatch(form -> first.contains(" " + form))) {
        missed.add(noun[1] + " -> " + first);
      }
    }
    assertThat(nouns).hasSizeGreaterThan(130);
    assertThat(missed).as("at most one of twenty: %s", missed).hasSizeLessThan(nouns.size() / 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?!…",
        "🙂🙂",
        "ыщщъ",
        "asdfghjkl",
        "xkcdqwv zzzyx",
        "гыгыгыгы фывфыв",
        "ққққққ",
        "\"",
        "\"\"",
        "«»",
        "title : (\"мост\")",
        "мост AND NOT NEAR(",
        "9999999999",
        "' OR 1=1 --",
        "***",
        "единорог пингвин",
        "балерина",
        "парашют",
        "жираф",
        "пілдер",
        "аюлар",
        "қарлығаш",
        "керуен",
        "lottery",
        "parachute",
        "qwerty"
      })
  void nonsenseFindsNothing(String nonsense) {
    for (Language language : Language.values()) {
      assertThat(names(nonsense, language)).isEmpty();
    }
  }

  @Test
  void aPhraseFindsWordsThatFollowEachOther() {
    assertThat(names("печь новую", Language.RU)).contains("ru-factory");
    assertThat(names("\"печь новую\"", Language.RU)).isEmpty();
  }

  @Test
  void theReadersLanguageComesFirst() {
    assertThat(names("тенге", Language.KK)).startsWith("kk-tenge", "ru-tenge");
    assertThat(names("тенге", Language.RU)).startsWith("ru-tenge", "kk-tenge");
  }

  @Test
  void theNewestOfEqualsComesFirst() {
    List<String> found = names("культура", Language.RU);

    assertThat(found)
        .containsExactly("ru-concert", "ru-museum", "ru-film", "ru-theatre", "ru-library");
  }

  @Test
  void itIsToldApartWhetherTheWordsStandThereAsTyped() {
    assertThat(search("библиотеку", Language.RU).exact()).isTrue();
    assertThat(search("библеотеку", Language.RU).exact()).isFalse();
  }

  @Test
  void theFoundWordsAreShownInContext() {
    Snippets context = new Snippets(new BodyBlocks());
    Hit hit = search("новая станция", Language.RU).hits().stream().findFirst().orElse(null);
    assertThat(hit).isNull();
    Hit tunnel = search("тоннелем", Language.RU).hits().get(0);

    assertThat(context.of(database.archive().article(tunnel.articleId()).orElseThrow(), tunnel))
        .containsExactly(
            new Snippets.Piece("Тоннель", true),
            new Snippets.Piece(" пройдут за два года. Две станции получат выходы к рынку.", false));
    assertThat(context.ofTitle("Метро и тоннели", tunnel))
        .containsExactly(
            new Snippets.Piece("Метро и ", false), new Snippets.Piece("тоннели", true));
  }

  /** An article's words with a space before each of them. */
  private String words(Hit hit) {
    Content content = database.archive().article(hit.articleId()).orElseThrow().content();
    return (" " + content.title() + " " + content.body() + " " + content.section())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ");
  }

  private static Found search(String words, Language language) {
    return new Search(index).find(words, language);
  }

  private static List<String> names(String words, Language language) {
    return search(words, language).hits().stream().map(hit -> NAMES.get(hit.articleId())).toList();
  }

  private static List<String[]> lines(String file) {
    try (InputStream in = SearchTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
