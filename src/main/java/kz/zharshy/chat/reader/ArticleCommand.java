package kz.zharshy.chat.reader;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.ReplyAction;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostPart;
import kz.zharshy.search.Snippets;
import kz.zharshy.store.Archive.Entry;
import org.jspecify.annotations.Nullable;

/**
 * {@code /article N}: the whole text, in private. Buttons of lists say {@code article N < list},
 * which shows a card in place of the list, and {@code article N text}.
 */
record ArticleCommand(ReaderContext stand) implements Command {
  private static final Pattern WANTED =
      Pattern.compile("(?:№\\s*|a_)?([0-9]{1,12})(?:\\s+(text)|\\s*<\\s*(.*))?");

  private static final int LEAD = 400;

  @Override
  public CommandInfo info() {
    return CommandInfo.of("article", Role.READER).alsoInGroups();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Matcher wanted = WANTED.matcher(request.words());
    if (!wanted.matches()) {
      return Reply.change(Answer.of(stand.say(language, "article.usage")));
    }
    long id = Long.parseLong(wanted.group(1));
    Optional<Article> article = stand.archive().article(id);
    Optional<Entry> entry = stand.archive().entry(id);
    if (article.isEmpty() || entry.isEmpty()) {
      return Reply.change(Answer.of(stand.say(language, "article.none", id)));
    }
    boolean card = wanted.group(3) != null || !request.privately();
    return card
        ? Reply.change(card(request, article.get(), entry.get(), wanted.group(3)))
        : text(request, article.get());
  }

  private Answer card(Request request, Article article, Entry entry, @Nullable String back) {
    Language language = request.requester().language();
    ZoneId zone = stand.zoneOf(request.requester());
    Answer.Writer answer =
        Answer.writer()
            .bold(HeadlineText.line(entry.title()))
            .text("\n" + new Headlines(stand).told(entry, language, zone));
    String lead = new Snippets(stand.bodies()).beginning(article, LEAD);
    if (!lead.isEmpty()) {
      answer.text("\n\n" + lead);
    }
    foreign(article, language).ifPresent(words -> answer.text("\n\n" + words));
    return answer.done().with(buttons(request, entry, back));
  }

  private Buttons buttons(Request request, Entry entry, @Nullable String back) {
    Language language = request.requester().language();
    long id = entry.articleId();
    List<Button> first = new ArrayList<>();
    String read = stand.say(language, "article.read");
    first.add(
        request.privately()
            ? Button.says(read, "article " + id + " text")
            : Button.opens(read, stand.deepLink(id)));
    if (entry.where().address() != null) {
      first.add(
          Button.opens(stand.say(language, "article.post"), new Headlines(stand).address(entry)));
    }
    Buttons buttons =
        Buttons.none()
            .row(first)
            .row(Button.shares(stand.say(language, "article.share"), "a_" + id))
            .row(versions(id, back));
    return back == null || back.isBlank()
        ? buttons
        : buttons.row(Button.says(stand.say(language, "back"), back));
  }

  /** The versions in other languages. */
  private List<Button> versions(long id, @Nullable String back) {
    List<Button> row = new ArrayList<>();
    for (Entry version : stand.archive().versions(id)) {
      if (version.articleId() != id && version.language() != null) {
        String name = stand.say(version.language(), "language.name");
        row.add(Button.says(name, Headlines.open(version.articleId(), back == null ? "" : back)));
      }
    }
    return row;
  }

  private Reply text(Request request, Article article) {
    Language language = request.requester().language();
    List<PostPart> parts;
    try {
      parts = stand.texts().of(article);
    } catch (PostException e) {
      return Reply.change(Answer.of(stand.say(language, "article.unreadable")));
    }
    Reply reply = Reply.none();
    String chat = Long.toString(request.chat());
    for (PostPart part : parts) {
      reply = reply.and(new ReplyAction.ShowPart(part.with(part.header().withChat(chat))));
    }
    List<Button> versions = versions(article.id(), null);
    Optional<String> foreign = foreign(article, language);
    if (foreign.isPresent() || !versions.isEmpty()) {
      String words = foreign.orElseGet(() -> stand.say(language, "article.versions"));
      reply = reply.and(Reply.say(Answer.of(words).with(Buttons.none().row(versions))));
    }
    return reply;
  }

  /** Says openly that an article is not in the reader's language. */
  private Optional<String> foreign(Article article, Language language) {
    Language written = article.content().spokenLanguage();
    if (written == language) {
      return Optional.empty();
    }
    List<Entry> versions = stand.archive().versions(article.id());
    if (versions.stream().anyMatch(version -> version.language() == language)) {
      return Optional.empty();
    }
    String key = versions.size() > 1 ? "article.elsewhere" : only(written);
    return Optional.of(stand.say(language, key));
  }

  private static String only(Language written) {
    return switch (written) {
      case KK -> "article.only.kk";
      case RU -> "article.only.ru";
      case EN -> "article.only.en";
    };
  }
}
