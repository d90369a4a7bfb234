package kz.zharshy.chat.editor;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Media;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.message.MessageReader;
import kz.zharshy.source.message.MessageText;
import kz.zharshy.source.reader.ArticleReader;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/**
 * Makes a draft of whatever a person of the newsroom sends: words, a picture or an album, a post
 * passed on, an address, a file; and answers with its card.
 */
final class Intake implements MessageHandler {
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final String KEPT_BY_TELEGRAM = "telegram:";

  private final EditorContext context;
  private final Card card;
  private final Reception reception;
  private final ArticleFile files;
  private final ArticlePages pages;
  private final ArticleReader reader;
  private final MessageReader messages = new MessageReader();

  Intake(
      EditorContext context,
      Card card,
      Reception reception,
      ArticleFile files,
      ArticlePages pages,
      ArticleReader reader) {
    this.context = context;
    this.card = card;
    this.reception = reception;
    this.files = files;
    this.pages = pages;
    this.reader = reader;
  }

  @Override
  public Optional<Reply> take(Request request) {
    Message message = request.message();
    if (message == null || !request.requester().mayActAs(Role.AUTHOR)) {
      return Optional.empty();
    }
    if (message.getMediaGroupId() != null) {
      return Optional.of(album(message, request));
    }
    if (request.file() != null) {
      return Optional.of(file(request));
    }
    if (!message.hasPhoto() && ADDRESS.matcher(request.words()).matches()) {
      return Optional.of(page(request));
    }
    return content(message)
        .map(content -> draft(content, request))
        .or(() -> message.hasPhoto() ? Optional.of(withoutWords(request)) : Optional.empty());
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
        .map(content -> ContentEdits.pictured(content, pictures(message)));
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
  static List<Media> pictures(Message message) {
    return message.hasPhoto()
        ? message.getPhoto().stream()
            .max(Comparator.comparingInt(Intake::pixels))
            .map(size -> Media.photo(KEPT_BY_TELEGRAM + size.getFileId(), null))
            .stream()
            .toList()
        : List.of();
  }

  private static int pixels(PhotoSize size) {
    return size.getWidth() * size.getHeight();
  }

  /** The pictures of an album come one by one; the one with the words brings the card. */
  private Reply album(Message message, Request request) {
    String name = "telegram:album:" + request.chat() + ":" + message.getMediaGroupId();
    Optional<Content> said = content(message);
    Optional<Article> known = context.articles().named(name);
    if (known.isEmpty()) {
      Content content =
          said.orElseGet(
              () ->
                  ContentEdits.pictured(
                      Content.builder(
                              context.say(request.requester().language(), "album.title"), "")
                          .build(),
                      pictures(message)));
      return reception.take(Gate.message(Draft.of(content), name), request);
    }
    Article article = known.get();
    if (!isOpen(article, request)) {
      return Reply.say(context.changed(article, request.requester()));
    }
    List<Media> all = new ArrayList<>(article.content().media());
    pictures(message).stream().filter(picture -> !all.contains(picture)).forEach(all::add);
    Content content = ContentEdits.pictured(said.orElse(article.content()), all);
    context.revise(article, content, request);
    return said.isEmpty() ? Reply.none() : shown(article, request);
  }

  /** Whether its sender may still add to it without a word. */
  private static boolean isOpen(Article article, Request request) {
    return request.requester().mayActAs(Role.EDITOR)
        ? CardRules.isOpen(article.state())
        : article.state() == ArticleState.DRAFT;
  }

  private Reply shown(Article article, Request request) {
    Article now = context.articles().find(article.id()).orElse(article);
    return Reply.say(card.of(now, request.requester()));
  }

  /** One article becomes a card; many go into the queue, if the one who wrote them may publish. */
  private Reply file(Request request) {
    try {
      List<Gate.Entry> entries = files.entries(request);
      boolean publishes = request.requester().mayActAs(Role.EDITOR) && !request.forwarded();
      return taken(entries, publishes, request);
    } catch (RefusedArticleException e) {
      return Reply.say(e.answer());
    }
  }

  private Reply taken(List<Gate.Entry> entries, boolean publishes, Request request) {
    return entries.size() == 1
        ? reception.take(entries.get(0), request)
        : reception.takeAll(entries, publishes, request);
  }

  private Reply page(Request request) {
    try {
      SourceText page = pages.fetch(address(request.words()));
      List<Draft> read = reader.read(page);
      List<Gate.Entry> entries =
          IntStream.range(0, read.size())
              .mapToObj(
                  i -> Gate.link(read.get(i), Gate.own(request.updateId(), i), page.address()))
              .toList();
      return taken(entries, false, request);
    } catch (UnreadableException e) {
      Language language = request.requester().language();
      String reason = context.reason(language, e.reason());
      return Reply.say(context.say(language, "page.unreadable", reason));
    }
  }

  private static URI address(String words) throws UnreadableException {
    try {
      return URI.create(words);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(ReasonCode.ADDRESS_INVALID, words);
    }
  }

  /** What stands behind a command, with the picture that came along. */
  Reply told(Request request) {
    if (request.file() != null) {
      return file(request);
    }
    Message message = request.message();
    List<Media> pictures = message == null ? List.of() : pictures(message);
    return messages
        .read(new MessageText(request.words(), List.of()))
        .map(content -> draft(ContentEdits.pictured(content, pictures), request))
        .orElseGet(() -> withoutWords(request));
  }

  private Reply withoutWords(Request request) {
    return Reply.say(context.say(request.requester().language(), "photo.without-words"));
  }

  /** A draft of words. */
  Reply draft(Content content, Request request) {
    return reception.take(Gate.message(Draft.of(content), Gate.own(request.updateId())), request);
  }
}
