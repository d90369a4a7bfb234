package kz.zharshy.chat.editor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.source.message.MessageReader;
import kz.zharshy.source.message.MessageText;
import kz.zharshy.store.PersonalData.Suggestion;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * {@code /suggest}: a reader's news, with pictures or as a link; the editors get it as a card, and
 * what they decide comes back. Alone, it asks for the news. {@code /suggest 12} asks for a better
 * one where the editors wished for that.
 */
final class SuggestCommand implements Command, MessageHandler {
  private static final String KIND = "suggest";

  /** Whom the history of an article names that a reader brought. */
  private static final String READER = "reader";

  /** More than this nobody reads; the next has to wait until some are decided. */
  private static final int MOST_OPEN = 50;

  /** So that one reader does not take the place of all. */
  private static final int MOST_OF_ONE = 5;

  /** Who answers later means something else. */
  private static final Duration ASKED_FOR = Duration.ofHours(1);

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

  private final EditorContext context;
  private final Review review;
  private final Questions questions;
  private final String botName;
  private final MessageReader messages = new MessageReader();

  SuggestCommand(EditorContext context, Review review, Questions questions, String botName) {
    this.context = context;
    this.review = review;
    this.questions = questions;
    this.botName = botName;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(KIND, Role.READER);
  }

  @Override
  public Reply answer(Request request) {
    if (!request.privately()) {
      return Reply.say(say(request, "suggest.privately", botName));
    }
    if (request.pressed() != null && request.words().equals("cancel")) {
      questions.answered(request);
      return Reply.change(Answer.of(say(request, "suggest.cancelled")));
    }
    Optional<Article> unfinished = unfinished(request);
    if (unfinished.isPresent()) {
      return ask(request, unfinished.get().id(), "suggest.again");
    }
    if (request.words().isEmpty() && !request.pictured()) {
      return ask(request, 0, "suggest.how");
    }
    // What was asked before is answered by this.
    questions.answered(request);
    return read(request, List.of())
        .map(content -> suggested(content, request))
        .orElseGet(() -> Reply.say(say(request, "photo.without-words")));
  }

  /** The article that the editors sent back to this reader and that is asked for now. */
  private Optional<Article> unfinished(Request request) {
    return NUMBER.matcher(request.words()).matches()
        ? context
            .articles()
            .find(Long.parseLong(request.words()))
            .filter(article -> article.state() == ArticleState.DRAFT)
            .filter(article -> isFrom(request, article))
        : Optional.empty();
  }

  private boolean isFrom(Request request, Article article) {
    return context
        .database()
        .personalData()
        .suggester(article.id())
        .filter(id -> id == request.requester().userId())
        .isPresent();
  }

  private Reply ask(Request request, long article, String key) {
    questions.ask(request, KIND, article, Long.toString(context.now().getEpochSecond()));
    return Reply.say(
        Answer.of(say(request, key, Long.toString(article)))
            .with(
                Buttons.none().row(Button.says(say(request, "suggest.cancel"), KIND + " cancel"))));
  }

  @Override
  public Optional<Reply> take(Request request) {
    Message message = request.message();
    if (message == null || !request.privately()) {
      return Optional.empty();
    }
    Optional<Article> album = album(message).flatMap(name -> context.articles().named(name));
    if (album.isPresent() && isFrom(request, album.get())) {
      return Optional.of(pictured(album.get(), message));
    }
    return questions
        .open(request)
        .filter(open -> open.kind().equals(KIND) && isFresh(open))
        .map(open -> taken(open, message, request));
  }

  private boolean isFresh(Questions.Open open) {
    Instant asked = Instant.ofEpochSecond(Long.parseLong(open.kept()));
    return asked.plus(ASKED_FOR).isAfter(context.now());
  }

  private Reply taken(Questions.Open open, Message message, Request request) {
    Optional<Content> content =
        message.hasDocument()
            ? Optional.empty()
            : read(
                request,
                Intake.entities(
                    message.getText() == null
                        ? message.getCaptionEntities()
                        : message.getEntities()));
    if (content.isEmpty()) {
      return Reply.say(say(request, "suggest.words"));
    }
    questions.answered(request);
    Optional<Article> article = context.articles().find(open.article());
    return article.isPresent()
            && isFrom(request, article.get())
            && article.get().state() == ArticleState.DRAFT
        ? improved(article.get(), content.get(), request)
        : suggested(content.get(), request);
  }

  /** What a message says, with its pictures; a link alone needs a headline. */
  private Optional<Content> read(Request request, List<MessageText.Entity> entities) {
    String words = request.words();
    if (ADDRESS.matcher(words).matches()) {
      Content link = Content.builder(say(request, "suggest.link"), words).build();
      return Optional.of(link.in(request.requester().language()));
    }
    Message message = request.message();
    List<Media> pictures = message == null ? List.of() : Intake.pictures(message);
    return messages
        .read(new MessageText(words, entities))
        .map(content -> ContentEdits.pictured(content, pictures));
  }

  private Reply suggested(Content content, Request request) {
    List<Suggestion> earlier =
        context.database().personalData().suggestions(request.requester().userId());
    String name =
        Optional.ofNullable(request.message())
            .flatMap(SuggestCommand::album)
            .orElse(Gate.own(request.updateId()));
    boolean known = context.articles().named(name).isPresent();
    if (!known && earlier.stream().filter(Suggestion::isOpen).count() >= MOST_OF_ONE) {
      return Reply.say(say(request, "suggest.most", MOST_OF_ONE));
    }
    if (!known && context.articles().count(ArticleState.REVIEW) >= MOST_OPEN) {
      return Reply.say(say(request, "suggest.full"));
    }
    Draft draft = new Draft(name, content, Plan.atOnce(), ArticleState.REVIEW);
    Article article =
        context.articles().add(Gate.message(draft, name), actor(request), context.now()).article();
    context.database().personalData().suggested(article.id(), request.requester().userId());
    return thanks(article, request);
  }

  private Reply improved(Article article, Content content, Request request) {
    List<Media> pictures = content.media().isEmpty() ? article.content().media() : content.media();
    boolean unused =
        context
            .articles()
            .revise(
                article,
                ContentEdits.pictured(content, pictures),
                article.plan(),
                ArticleState.REVIEW,
                actor(request),
                context.now());
    return thanks(article, request);
  }

  private Reply thanks(Article article, Request request) {
    return Reply.say(say(request, "suggest.thanks")).and(review.toEditors(article));
  }

  /** The pictures of an album come one by one. */
  private Reply pictured(Article article, Message message) {
    List<Media> all = new ArrayList<>(article.content().media());
    Intake.pictures(message).stream().filter(picture -> !all.contains(picture)).forEach(all::add);
    Content content = ContentEdits.pictured(article.content(), all);
    boolean unused =
        article.state() == ArticleState.REVIEW
            && context
                .articles()
                .revise(article, content, article.plan(), article.state(), READER, context.now());
    return Reply.none();
  }

  /** The name of an article that is made of an album; it does not name the reader. */
  private static Optional<String> album(Message message) {
    return Optional.ofNullable(message.getMediaGroupId()).map(id -> "telegram:suggested:" + id);
  }

  private static String actor(Request request) {
    return request.requester().mayActAs(Role.AUTHOR) ? EditorContext.actor(request) : READER;
  }

  private String say(Request request, String key, Object... args) {
    return context.say(request.requester().language(), key, args);
  }
}
