package kz.zharshy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.zharshy.article.Article;
import kz.zharshy.article.Draft;
import kz.zharshy.config.Settings;
import kz.zharshy.post.BotCall;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostMaker;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.Router;
import kz.zharshy.queue.QueueDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows exactly what would be sent, and sends nothing. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = "Shows the messages that an article would become. Sends and queues nothing.")
final class PreviewCommand implements Callable<Integer> {
  private static final int TEXT_LIMIT = 4096;

  private final Terminal terminal;

  @Mixin(name = "common")
  private CommonOptions common = new CommonOptions();

  @Option(
      names = "--json",
      description =
          "A line of JSON for each article: the list of Bot API calls that would be made.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "ID|FILE|URL|-",
      description = "Numbers of articles in the queue, or articles from elsewhere.")
  private List<String> sources = List.of();

  PreviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Settings settings = common.settings(terminal);
    Router router = new Router(Channels.of(settings));
    PostMaker posts = PostMakers.of(settings);
    boolean all = true;
    for (String source : sources) {
      for (Article article : articles(settings, source)) {
        all &= preview(posts, router, article);
      }
    }
    return all ? 0 : ZharshyCommand.FAILED;
  }

  private List<Article> articles(Settings settings, String source) {
    if (source.matches("\\d{1,12}")) {
      try (QueueDatabase database = Databases.open(settings)) {
        return List.of(Databases.article(database, Long.parseLong(source)));
      }
    }
    List<Article> articles = new ArrayList<>();
    for (Draft draft : new ArticleSources(settings, terminal).named(source)) {
      articles.add(Drafts.preview(draft, terminal.clock().instant()));
    }
    return articles;
  }

  private boolean preview(PostMaker posts, Router router, Article article) {
    Channel channel = router.channel(article);
    try {
      List<BotCall> calls =
          posts.make(article, article.content().spokenLanguage(), channel.style()).calls();
      if (json) {
        terminal.out().println(json(calls));
      } else {
        print(channel, calls);
      }
      return true;
    } catch (PostException e) {
      terminal.err().println(article.content().title() + ": " + e.getMessage());
      return false;
    }
  }

  private static JsonNode json(List<BotCall> calls) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (BotCall call : calls) {
      ObjectNode node = array.addObject();
      node.put("method", call.method());
      node.set("params", call.params());
    }
    return array;
  }

  private void print(Channel channel, List<BotCall> calls) {
    int number = 1;
    for (BotCall call : calls) {
      String text = call.params().path("text").asText();
      terminal
          .out()
          .println(
              "── @%s, message %d of %d, %d of %d characters ──"
                  .formatted(channel.name(), number++, calls.size(), text.length(), TEXT_LIMIT));
      terminal.out().println(text);
      terminal.out().println();
    }
  }
}
