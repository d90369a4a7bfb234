package kz.zharshy.chat.editor;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Picture;
import kz.zharshy.article.Plan;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.Taker;
import kz.zharshy.language.Language;
import kz.zharshy.queue.ArticleQueue.Added;
import kz.zharshy.source.MessageReader;
import kz.zharshy.source.MessageText;
import kz.zharshy.source.UnreadableException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/**
 * Makes a draft of whatever a person of the newsroom sends: words, a picture or an album, a post
 * passed on, an address, a file; and answers with its card.
 */
final class Intake implements Taker {
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final String KEPT_BY_TELEGRAM = "telegram:";

  private final Desk desk;
  private final Card card;
  private final ArticleFile files;
  private final ArticlePages pages;
  private final MessageReader messages = new MessageReader();

  Intake(Desk desk, Card card, ArticleFile files, ArticlePages pages) {
    this.desk = desk;
    this.card = card;
    this.files = files;
    this.pages = pages;
  }

  @Override
  public Optional<Reply> take(Question question) {
    Message message = question.message();
    if (message == null || !question.asker().mayActAs(Role.AUTHOR)) {
      return Optional.empty();
    }
    if (message.getMediaGroupId() != null) {
      return Optional.of(album(message, question));
    }
    if (question.file() != null) {
      return file(question);
    }
    if (!message.hasPhoto() && ADDRESS.matcher(question.words()).matches()) {
      return Optional.of(page(question));
    }
    return content(message)
        .map(content -> drafted(Draft.of(content), "telegram:" + question.updateId(), question))
        .or(() -> message.hasPhoto() ? Optional.of(withoutWords(question)) : Optional.empty());
  }

  /** What a message says, with the formatting that was made in Telegram, and its picture. */
  Optional<Content> content(Message message) {
    String text = message.getText() == null ? message.getCaption() : message.getText();
    if (text == null || message.hasDocument()) {
      return Optional.empty();
    }
    List<MessageEntity> entities =
        message.getText() == null ? message.getCaptionEntities() : message.getEntities();
    return messages
        .read(new MessageText(text, entities(entities)))
        .map(content -> Contents.pictured(content, pictures(message)));
  }

  static List<MessageText.Entity> entities(@Nullable List<MessageEntity> entities) {
    return entities == null
        ? List.of()
        : entities.stream()
            .map(
                entity ->
                    new MessageText.Entity(
                        entity.getType(),
                        entity.getOffset(),
                        entity.getLength(),
                        entity.getUrl(),
                        entity.getLanguage()))
            .toList();
  }

  /** The largest of the sizes that Telegram keeps. */
  static List<Picture> pictures(Message message) {
    return message.hasPhoto()
        ? message.getPhoto().stream()
            .max(Comparator.comparingInt(Intake::pixels))
            .map(size -> new Picture(KEPT_BY_TELEGRAM + size.getFileId(), null))
            .stream()
            .toList()
        : List.of();
  }

  private static int pixels(PhotoSize size) {
    return size.getWidth() * size.getHeight();
  }

  /** The pictures of an album come one by one; the one with the words brings the card. */
  private Reply album(Message message, Question question) {
    String name = "telegram:album:" + question.chat() + ":" + message.getMediaGroupId();
    Optional<Content> said = content(message);
    Optional<Article> known = desk.articles().named(name);
    if (known.isEmpty()) {
      Content content =
          said.orElseGet(
              () ->
                  Contents.pictured(
                      Content.builder(desk.say(question.asker().language(), "album.title"), "")
                          .build(),
                      pictures(message)));
      return drafted(Draft.of(content), name, question);
    }
    Article article = known.get();
    List<Picture> all = new ArrayList<>(article.content().images());
    pictures(message).stream().filter(picture -> !all.contains(picture)).forEach(all::add);
    Content content = Contents.pictured(said.orElse(article.content()), all);
    desk.articles()
        .revise(
            article, content, article.plan(), article.state(), Desk.actor(question), desk.now());
    return said.isEmpty() ? Reply.none() : shown(article, question);
  }

  private Reply shown(Article article, Question question) {
    Article now = desk.articles().find(article.id()).orElse(article);
    return Reply.say(card.of(now, question.asker()));
  }

  /** One article becomes a card; many, or one that the site has named, are for the queue. */
  private Optional<Reply> file(Question question) {
    Language language = question.asker().language();
    try {
      List<Draft> drafts = files.drafts(Objects.requireNonNull(question.file()), language);
      boolean named = drafts.get(0).externalId() != null;
      if ((drafts.size() > 1 || named) && question.asker().mayActAs(Role.EDITOR)) {
        return Optional.empty();
      }
      return Optional.of(drafted(drafts.get(0), question));
    } catch (RefusedArticleException e) {
      return Optional.of(Reply.say(e.answer()));
    }
  }

  private Reply page(Question question) {
    try {
      return drafted(pages.fetch(URI.create(question.words())).get(0), question);
    } catch (UnreadableException | IllegalArgumentException e) {
      Language language = question.asker().language();
      String reason = desk.reason(language, String.valueOf(e.getMessage()));
      return Reply.say(desk.say(language, "page.unreadable", reason));
    }
  }

  /** What stands behind a command, with the picture that came along. */
  Reply told(Question question) {
    Language language = question.asker().language();
    if (question.file() != null) {
      return file(question).orElseGet(() -> Reply.say(desk.say(language, "post.how")));
    }
    Message message = question.message();
    List<Picture> pictures = message == null ? List.of() : pictures(message);
    return messages
        .read(new MessageText(question.words(), List.of()))
        .map(content -> draft(Contents.pictured(content, pictures), question))
        .orElseGet(() -> withoutWords(question));
  }

  private Reply drafted(Draft draft, Question question) {
    String name = draft.externalId();
    return drafted(draft, name == null ? "telegram:" + question.updateId() : name, question);
  }

  private Reply drafted(Draft draft, String name, Question question) {
    Draft kept = new Draft(name, draft.content(), draft.plan(), ArticleState.DRAFT);
    Added added = desk.articles().add(kept, Desk.actor(question), desk.now());
    desk.note(question, "/card " + added.article().id());
    return Reply.say(card.of(added.article(), question.asker()));
  }

  private Reply withoutWords(Question question) {
    return Reply.say(desk.say(question.asker().language(), "photo.without-words"));
  }

  /** A draft of words, for those who are asked step by step. */
  Reply draft(Content content, Question question) {
    return drafted(
        new Draft(null, content, Plan.atOnce(), ArticleState.DRAFT),
        "telegram:" + question.updateId(),
        question);
  }
}
