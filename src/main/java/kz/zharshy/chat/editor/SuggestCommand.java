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
import kz.zharshy.article.Picture;
import kz.zharshy.article.Plan;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.Taker;
import kz.zharshy.queue.Traces.Suggestion;
import kz.zharshy.source.MessageReader;
import kz.zharshy.source.MessageText;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * {@code /suggest}: a reader's news, with pictures or as a link; the editors get it as a card, and
 * what they decide comes back. Alone, it asks for the news. {@code /suggest 12} asks for a better
 * one where the editors wished for that.
 */
final class SuggestCommand implements Command, Taker {
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

  private final Desk desk;
  private final Review review;
  private final Questions questions;
  private final String botName;
  private final MessageReader messages = new MessageReader();

  SuggestCommand(Desk desk, Review review, Questions questions, String botName) {
    this.desk = desk;
    this.review = review;
    this.questions = questions;
    this.botName = botName;
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public Role audience() {
    return Role.READER;
  }

  @Override
  public Reply answer(Question question) {
    if (!question.privately()) {
      return Reply.say(say(question, "suggest.privately", botName));
    }
    if (question.pressed() != null && question.words().equals("cancel")) {
      questions.answered(question);
      return Reply.change(Answer.of(say(question, "suggest.cancelled")));
    }
    Optional<Article> unfinished = unfinished(question);
    if (unfinished.isPresent()) {
      return ask(question, unfinished.get().id(), "suggest.again");
    }
    if (question.words().isEmpty() && !question.pictured()) {
      return ask(question, 0, "suggest.how");
    }
    // What was asked before is answered by this.
    questions.answered(question);
    return read(question, List.of())
        .map(content -> suggested(content, question))
        .orElseGet(() -> Reply.say(say(question, "photo.without-words")));
  }

  /** The article that the editors sent back to this reader and that is asked for now. */
  private Optional<Article> unfinished(Question question) {
    return NUMBER.matcher(question.words()).matches()
        ? desk.articles()
            .find(Long.parseLong(question.words()))
            .filter(article -> article.state() == ArticleState.DRAFT)
            .filter(article -> isFrom(question, article))
        : Optional.empty();
  }

  private boolean isFrom(Question question, Article article) {
    return desk.database()
        .traces()
        .suggester(article.id())
        .filter(id -> id == question.asker().userId())
        .isPresent();
  }

  private Reply ask(Question question, long article, String key) {
    questions.ask(question, KIND, article, Long.toString(desk.now().getEpochSecond()));
    return Reply.say(
        Answer.of(say(question, key, Long.toString(article)))
            .with(
                Buttons.none()
                    .row(Button.says(say(question, "suggest.cancel"), KIND + " cancel"))));
  }

  @Override
  public Optional<Reply> take(Question question) {
    Message message = question.message();
    if (message == null || !question.privately()) {
      return Optional.empty();
    }
    Optional<Article> album = album(message).flatMap(name -> desk.articles().named(name));
    if (album.isPresent() && isFrom(question, album.get())) {
      return Optional.of(pictured(album.get(), message));
    }
    return questions
        .open(question)
        .filter(open -> open.kind().equals(KIND) && isFresh(open))
        .map(open -> taken(open, message, question));
  }

  private boolean isFresh(Questions.Open open) {
    Instant asked = Instant.ofEpochSecond(Long.parseLong(open.kept()));
    return asked.plus(ASKED_FOR).isAfter(desk.now());
  }

  private Reply taken(Questions.Open open, Message message, Question question) {
    Optional<Content> content =
        message.hasDocument()
            ? Optional.empty()
            : read(
                question,
                Intake.entities(
                    message.getText() == null
                        ? message.getCaptionEntities()
                        : message.getEntities()));
    if (content.isEmpty()) {
      return Reply.say(say(question, "suggest.words"));
    }
    questions.answered(question);
    Optional<Article> article = desk.articles().find(open.article());
    return article.isPresent() && isFrom(question, article.get())
        ? improved(article.get(), content.get(), question)
        : suggested(content.get(), question);
  }

  /** What a message says, with its pictures; a link alone needs a headline. */
  private Optional<Content> read(Question question, List<MessageText.Entity> entities) {
    String words = question.words();
    if (ADDRESS.matcher(words).matches()) {
      Content link = Content.builder(say(question, "suggest.link"), words).build();
      return Optional.of(link.in(question.asker().language()));
    }
    Message message = question.message();
    List<Picture> pictures = message == null ? List.of() : Intake.pictures(message);
    return messages
        .read(new MessageText(words, entities))
        .map(content -> Contents.pictured(content, pictures));
  }

  private Reply suggested(Content content, Question question) {
    List<Suggestion> earlier = desk.database().traces().suggestions(question.asker().userId());
    String name =
        Optional.ofNullable(question.message())
            .flatMap(SuggestCommand::album)
            .orElse("telegram:" + question.updateId());
    boolean known = desk.articles().named(name).isPresent();
    if (!known && earlier.stream().filter(Suggestion::isOpen).count() >= MOST_OF_ONE) {
      return Reply.say(say(question, "suggest.most", MOST_OF_ONE));
    }
    if (!known && desk.articles().count(ArticleState.REVIEW) >= MOST_OPEN) {
      return Reply.say(say(question, "suggest.full"));
    }
    Draft draft = new Draft(name, content, Plan.atOnce(), ArticleState.REVIEW);
    Article article = desk.articles().add(draft, actor(question), desk.now()).article();
    desk.database().traces().suggested(article.id(), question.asker().userId());
    return thanks(article, question);
  }

  private Reply improved(Article article, Content content, Question question) {
    List<Picture> pictures =
        content.images().isEmpty() ? article.content().images() : content.images();
    boolean unused =
        desk.articles()
            .revise(
                article,
                Contents.pictured(content, pictures),
                article.plan(),
                ArticleState.REVIEW,
                actor(question),
                desk.now());
    return thanks(article, question);
  }

  private Reply thanks(Article article, Question question) {
    return Reply.say(say(question, "suggest.thanks")).and(review.toEditors(article));
  }

  /** The pictures of an album come one by one. */
  private Reply pictured(Article article, Message message) {
    List<Picture> all = new ArrayList<>(article.content().images());
    Intake.pictures(message).stream().filter(picture -> !all.contains(picture)).forEach(all::add);
    Content content = Contents.pictured(article.content(), all);
    boolean unused =
        article.state() == ArticleState.REVIEW
            && desk.articles()
                .revise(article, content, article.plan(), article.state(), READER, desk.now());
    return Reply.none();
  }

  /** The name of an article that is made of an album; it does not name the reader. */
  private static Optional<String> album(Message message) {
    return Optional.ofNullable(message.getMediaGroupId()).map(id -> "telegram:suggested:" + id);
  }

  private static String actor(Question question) {
    return question.asker().mayActAs(Role.AUTHOR) ? Desk.actor(question) : READER;
  }

  private String say(Question question, String key, Object... args) {
    return desk.say(question.asker().language(), key, args);
  }
}
