package kz.zharshy.chat.reader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.article.Media;
import kz.zharshy.article.MediaKind;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Requester;
import kz.zharshy.chat.UpdateRouter.InlineAnswers;
import kz.zharshy.search.Search;
import kz.zharshy.search.Search.Hit;
import kz.zharshy.search.Snippets;
import kz.zharshy.store.Archive.Entry;
import kz.zharshy.telegram.ApiCall;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.ApiCalls.InlineCard;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;

/**
 * Article cards for inline queries: what is searched for, the newest where nothing is, or one
 * article by {@code a_N}. A chosen card posts the headline, the lead and the link.
 */
final class InlineCards implements InlineAnswers {
  private static final Pattern ONE = Pattern.compile("a_([0-9]{1,12})");
  private static final int PAGE = 10;
  private static final int LEAD = 200;

  /** Telegram keeps an answer so many seconds; a new article is not missed for long. */
  private static final int KEPT = 30;

  private final ReaderContext stand;
  private final Search search;
  private final Snippets context;

  InlineCards(ReaderContext stand) {
    this.stand = stand;
    this.search = new Search(stand.index());
    this.context = new Snippets(stand.bodies());
  }

  @Override
  public ApiCall<Boolean> answer(InlineQuery query, Requester requester) {
    int skip =
        query.getOffset() != null && query.getOffset().matches("[0-9]{1,3}")
            ? Integer.parseInt(query.getOffset())
            : 0;
    List<Long> all = articles(query.getQuery() == null ? "" : query.getQuery().strip(), requester);
    List<Long> page = all.subList(Math.min(skip, all.size()), Math.min(all.size(), skip + PAGE));
    List<InlineCard> cards = page.stream().flatMap(id -> card(id).stream()).toList();
    String next = skip + PAGE < all.size() ? Integer.toString(skip + PAGE) : "";
    return ApiCalls.inline(query.getId(), cards, KEPT, next);
  }

  private List<Long> articles(String words, Requester requester) {
    Matcher one = ONE.matcher(words);
    if (one.matches()) {
      return List.of(Long.parseLong(one.group(1)));
    }
    return words.isEmpty()
        ? stand.archive().latest(Set.of(), 0, PAGE).stream().map(Entry::articleId).toList()
        : search.find(words, requester.language()).hits().stream().map(Hit::articleId).toList();
  }

  private Optional<InlineCard> card(long id) {
    Optional<Article> article = stand.archive().article(id);
    Optional<Entry> entry = stand.archive().entry(id);
    return article.isPresent() && entry.isPresent()
        ? Optional.of(card(article.get(), entry.get()))
        : Optional.empty();
  }

  private InlineCard card(Article article, Entry entry) {
    String title = HeadlineText.line(entry.title());
    String lead = context.beginning(article, LEAD);
    String address = new Headlines(stand).address(entry);
    Answer.Writer words = Answer.writer().bold(title);
    if (!lead.isEmpty()) {
      words.text("\n\n" + lead);
    }
    return InlineCard.of(
        "a_" + entry.articleId(),
        title,
        lead.isEmpty() ? null : lead,
        picture(article),
        words.text("\n\n" + address).done().words());
  }

  private static @Nullable String picture(Article article) {
    return article.content().media().stream()
        .filter(medium -> medium.kind() == MediaKind.PHOTO)
        .map(Media::location)
        .filter(location -> location.startsWith("https://"))
        .findFirst()
        .orElse(null);
  }
}
