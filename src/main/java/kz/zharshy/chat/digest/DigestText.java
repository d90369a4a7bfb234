package kz.zharshy.chat.digest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.article.RelatedPosts.Place;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.search.NormalizedKeys;
import kz.zharshy.store.Archive.Entry;
import kz.zharshy.store.Readers.Digest;

/** The words of digests and of bundles. Safe for use by several threads. */
final class DigestText {
  private static final int MOST = 15;

  private final Phrases phrases = Phrases.of("chat/digest");
  private final DateWords dates = new DateWords();
  private final String botName;

  /** {@code botName}: the bot's user name without {@code @}. */
  DigestText(String botName) {
    this.botName = botName;
  }

  /** Those of the articles that a digest is about, in its languages if there are any. */
  List<Entry> chosen(List<Entry> entries, Digest digest, Language language) {
    Set<String> sections =
        digest.sections().stream().map(NormalizedKeys::of).collect(Collectors.toSet());
    List<Entry> all =
        entries.stream()
            .filter(entry -> sections.isEmpty() || sections.contains(key(entry)))
            .toList();
    Set<Language> languages = digest.languages().isEmpty() ? Set.of(language) : digest.languages();
    List<Entry> spoken =
        all.stream().filter(entry -> languages.contains(entry.language())).toList();
    return spoken.isEmpty() ? all : spoken;
  }

  private static String key(Entry entry) {
    return entry.section() == null ? "" : NormalizedKeys.of(entry.section());
  }

  Answer digest(List<Entry> entries, Language language, LocalDate day) {
    String title = phrases.get(language, "digest.title", dates.date(language, day));
    return list(title, entries, language)
        .with(Buttons.none().row(Button.says(phrases.get(language, "digest.settings"), "digest")));
  }

  Answer bundle(List<Entry> entries, Language language) {
    String title = phrases.count(language, "followed.title", entries.size());
    return list(title, entries, language)
        .with(
            Buttons.none().row(Button.says(phrases.get(language, "followed.settings"), "follow")));
  }

  private Answer list(String title, List<Entry> entries, Language language) {
    List<Entry> shown = new ArrayList<>(entries.subList(0, Math.min(MOST, entries.size())));
    Answer.Writer answer = Answer.writer().bold(title);
    for (Entry entry : shown) {
      answer.text("\n\n• ").link(HeadlineText.line(entry.title()), address(entry));
    }
    int left = entries.size() - shown.size();
    if (left > 0) {
      answer.text("\n\n" + phrases.count(language, "digest.more", left));
    }
    return answer.done();
  }

  private String address(Entry entry) {
    Place post = entry.where().post();
    return post == null
        ? "https://t.me/" + botName + "?start=a_" + entry.articleId()
        : post.address();
  }
}
