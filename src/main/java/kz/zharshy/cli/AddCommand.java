package kz.zharshy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.zharshy.app.Composition;
import kz.zharshy.app.FailedException;
import kz.zharshy.article.Article;
import kz.zharshy.article.Draft;
import kz.zharshy.store.ArticleQueue.Added;
import kz.zharshy.store.QueueDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts articles into the queue. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Puts an article into the queue: a page's text, Markdown, HTML, or JSON (one article or an"
          + " array; the keys are the queue's columns)."
    })
final class AddCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin(name = "common")
  private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Print what was added as a JSON array.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL|-",
      description = "Files, addresses of pages, or - for standard input.")
  private List<String> sources = List.of();

  AddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Composition parts = common.parts(terminal);
    ArticleSources reader = new ArticleSources(parts, terminal);
    try (QueueDatabase database = parts.openDatabase()) {
      ArrayNode added = new ObjectMapper().createArrayNode();
      boolean allRead = true;
      for (String source : sources) {
        allRead &= add(reader, database, source, added);
      }
      if (json) {
        terminal.out().println(added.toPrettyString());
      }
      return allRead ? 0 : ZharshyCommand.FAILED;
    }
  }

  /** One source that cannot be read keeps none of the others out. */
  private boolean add(
      ArticleSources reader, QueueDatabase database, String source, ArrayNode array) {
    try {
      for (Draft draft : reader.named(source)) {
        report(database.articles().add(draft, "cli", terminal.clock().instant()), array);
      }
      return true;
    } catch (FailedException e) {
      terminal.err().println(e.getMessage());
      return false;
    }
  }

  private void report(Added added, ArrayNode array) {
    Article article = added.article();
    String addition = added.addition().name().toLowerCase(Locale.ROOT);
    if (json) {
      ObjectNode node = new ArticleJson().article(article);
      node.put("addition", addition);
      array.add(node);
    } else {
      terminal
          .out()
          .println(
              "%s %d (%s): %s"
                  .formatted(
                      addition, article.id(), article.state().code(), article.content().title()));
    }
  }
}
