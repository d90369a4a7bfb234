package kz.zharshy.chat.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.reader.Headlines.Turning;
import kz.zharshy.language.Language;
import kz.zharshy.search.Search;
import kz.zharshy.search.Search.Coverage;
import kz.zharshy.search.Search.Found;
import kz.zharshy.search.Search.Hit;
import kz.zharshy.search.Snippets;
import kz.zharshy.store.Archive.Entry;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** {@code /search words}, and words alone: articles in which they stand. */
final class SearchCommand implements Command, MessageHandler {
  private static final int PAGE = 5;
  private static final int IN_A_GROUP = 3;

  /** What was looked for is repeated in the answer, but not a whole page of it. */
  private static final int LONGEST_ECHO = 60;

  private final ReaderContext stand;
  private final Search search;
  private final Snippets context;
  private final MissedSearches missed;

  SearchCommand(ReaderContext stand) {
    this.stand = stand;
    this.search = new Search(stand.index());
    this.context = new Snippets(stand.bodies());
    this.missed = new MissedSearches(stand.statistics(), stand.zone(), stand.clock());
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("search", Role.READER).alsoInGroups();
  }

  @Override
  public Optional<Reply> take(Request request) {
    Message message = request.message();
    boolean plain = message != null && message.hasText() && !request.forwarded();
    return plain && !request.words().isBlank() ? Optional.of(answer(request)) : Optional.empty();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    boolean button = request.words().startsWith("+");
    PageRequest page =
        button ? PageRequest.of(request.words()) : new PageRequest(0, 0, request.words());
    if (page.words().isBlank()) {
      return Reply.change(Answer.of(stand.say(language, "search.usage")));
    }
    Found found = search.find(page.words(), language);
    if (found.hits().size() <= page.skip()) {
      if (!button) {
        missed.missed(request.requester().userId(), page.words());
      }
      String none = stand.say(language, none(found.coverage()), echo(page.words()));
      return Reply.change(Answer.of(none));
    }
    return Reply.change(list(request, page, found));
  }

  private static String none(Coverage coverage) {
    return switch (coverage) {
      case WHOLE -> "search.none";
      case NEWEST -> "search.none-newest";
      case BUILDING -> "search.none-building";
    };
  }

  private static String echo(String words) {
    String line = HeadlineText.line(words);
    return line.length() <= LONGEST_ECHO
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_ECHO / 2)) + "…";
  }

  private Answer list(Request request, PageRequest page, Found found) {
    Language language = request.requester().language();
    int size = request.privately() ? PAGE : IN_A_GROUP;
    List<Hit> hits = found.hits();
    List<Hit> shown = hits.subList(page.skip(), Math.min(hits.size(), page.skip() + size));
    Answer.Writer answer = Answer.writer().bold(title(language, page, found));
    Map<Long, List<Snippets.Piece>> pieces = new HashMap<>();
    List<Entry> listed = new ArrayList<>();
    for (Hit hit : shown) {
      Optional<Entry> entry = stand.archive().entry(hit.articleId());
      Optional<Article> article = stand.archive().article(hit.articleId());
      if (entry.isPresent() && article.isPresent()) {
        listed.add(entry.get());
        pieces.put(hit.articleId(), context.of(article.get(), hit));
      }
    }
    new Headlines(stand)
        .lines(
            answer,
            page,
            listed,
            request.requester(),
            entry -> show(answer, pieces.getOrDefault(entry.articleId(), List.of())));
    if (found.coverage() == Coverage.BUILDING) {
      answer.text("\n\n" + stand.say(language, "search.building"));
    }
    boolean older = page.skip() + size < hits.size();
    Turning turning = new Turning(name(), page, size, " " + page.words(), older);
    return answer.done().with(new Headlines(stand).buttons(language, turning, listed));
  }

  private String title(Language language, PageRequest page, Found found) {
    String echo = echo(page.words());
    int all = found.hits().size();
    if (!found.exact()) {
      return stand.count(language, "search.near", all, echo);
    }
    return all < Search.MOST
        ? stand.count(language, "search.found", all, echo)
        : stand.say(language, "search.first", echo, all);
  }

  private static void show(Answer.Writer answer, List<Snippets.Piece> pieces) {
    if (!pieces.isEmpty()) {
      answer.text("\n");
    }
    for (Snippets.Piece piece : pieces) {
      if (piece.found()) {
        answer.bold(piece.text());
      } else {
        answer.text(piece.text());
      }
    }
  }
}
