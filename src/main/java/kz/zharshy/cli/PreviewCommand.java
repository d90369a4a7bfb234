package kz.zharshy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.app.Composition;
import kz.zharshy.article.Article;
import kz.zharshy.article.Gate;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.language.Language;
import kz.zharshy.language.Visible;
import kz.zharshy.post.Lint;
import kz.zharshy.post.PictureSizes;
import kz.zharshy.post.Post;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostMaker;
import kz.zharshy.post.PostPart;
import kz.zharshy.post.RenderedPart;
import kz.zharshy.post.Warning;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.Router;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.PostPartCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows exactly what would be sent, and sends nothing. */
@Command(
    name = "preview",
    description = "Shows the messages that an article would become. Sends and queues nothing.")
final class PreviewCommand extends ConfiguredCommand {
  private Lint lint = new Lint(new BodyBlocks(), PictureSizes.UNKNOWN);

  @Option(
      names = "--json",
      description =
          "A line of JSON for each article: the list of Bot API calls that would be made, each with"
              + " its length and the limit; what may be put right stands with the first.")
  private boolean json;

  @Option(
      names = "--language",
      paramLabel = "kk|ru|en",
      description = "The language in which is told what may be put right; en unless given.")
  private Language language = Language.EN;

  @Option(
      names = "--pictures",
      description = "Fetches the pictures, to tell which are too small or not to be had.")
  private boolean fetchPictures;

  @Parameters(
      arity = "1..*",
      paramLabel = "ID|FILE|URL|-",
      description = "Numbers of articles in the queue, or articles from elsewhere.")
  private List<String> sources = List.of();

  @Override
  public Integer call() {
    Composition parts = common.parts(terminal);
    Router router = parts.router();
    PostMaker posts = parts.posts();
    lint = fetchPictures ? parts.lintWithFetchedPictures() : parts.lint();
    boolean all = true;
    for (String source : sources) {
      for (Article article : articles(parts, source)) {
        all &= preview(parts, posts, router.channel(article), article);
      }
    }
    return all ? 0 : ZharshyCommand.FAILED;
  }

  private List<Article> articles(Composition parts, String source) {
    if (source.matches("\\d{1,12}")) {
      try (QueueDatabase database = parts.openDatabase()) {
        return List.of(QueuedArticles.find(database, Long.parseLong(source)));
      }
    }
    List<Article> articles = new ArrayList<>();
    for (Gate.Entry entry : new ArticleSources(parts, terminal).entries(source)) {
      articles.add(entry.draft().unqueued(terminal.clock().instant()));
    }
    return articles;
  }

  /** What stands alone needs no database. */
  private static RelatedPosts around(Composition parts, Article article, Channel channel) {
    boolean alone =
        article.id() == 0
            && article.plan().story() == null
            && article.plan().translationOf() == null;
    if (alone) {
      return RelatedPosts.NONE;
    }
    try (QueueDatabase database = parts.openDatabase()) {
      return database.relatedPosts().around(article, channel.name());
    }
  }

  private boolean preview(Composition parts, PostMaker posts, Channel channel, Article article) {
    try {
      Language spoken = article.content().spokenLanguage();
      RelatedPosts around = around(parts, article, channel);
      Post post = posts.make(article, spoken, channel.style(), around, terminal.clock().instant());
      List<Warning> warnings = lint.of(article, post);
      if (json) {
        terminal.out().println(json(post.parts(), warnings));
      } else {
        print(channel, post.parts());
        print(warnings);
      }
      return true;
    } catch (PostException e) {
      terminal.err().println(Visible.line(article.content().title()) + ": " + e.getMessage());
      return false;
    }
  }

  private JsonNode json(List<PostPart> parts, List<Warning> warnings) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (PostPart part : parts) {
      BotCall call = PostPartCodec.call(part);
      ObjectNode node = array.addObject();
      node.put("method", call.method());
      node.set("params", call.params());
      RenderedPart shown = RenderedPart.of(part);
      node.put("length", shown.text().length()).put("limit", shown.limit());
    }
    ArrayNode told = ((ObjectNode) array.get(0)).putArray("warnings");
    for (Warning warning : warnings) {
      told.addObject()
          .put("code", warning.kind().code())
          .put("message", lint.say(warning, language));
    }
    return array;
  }

  private void print(Channel channel, List<PostPart> parts) {
    int number = 1;
    for (PostPart part : parts) {
      RenderedPart shown = RenderedPart.of(part);
      int length = shown.text().length();
      line(
          "── @%s, message %d of %d, %d of %d characters ──"
              .formatted(channel.name(), number++, parts.size(), length, shown.limit()));
      answers(channel, part).ifPresent(link -> line("[reply to: " + link + "]"));
      shown.pictures().forEach(picture -> line("[picture: " + picture + "]"));
      line(shown.text());
      shown.buttons().forEach(button -> line("[button: " + button + "]"));
      line("");
    }
  }

  private static Optional<String> answers(Channel channel, PostPart part) {
    return Optional.ofNullable(part.header().answersTo())
        .map(message -> "https://t.me/%s/%d".formatted(channel.name(), message));
  }

  private void print(List<Warning> warnings) {
    warnings.forEach(warning -> line("! " + lint.say(warning, language)));
    if (!warnings.isEmpty()) {
      line("");
    }
  }

  private void line(String text) {
    terminal.out().println(text);
  }
}
