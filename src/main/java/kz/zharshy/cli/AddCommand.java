package kz.zharshy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import kz.zharshy.app.Composition;
import kz.zharshy.app.FailedException;
import kz.zharshy.article.Article;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Media;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import kz.zharshy.language.Visible;
import kz.zharshy.media.MediaFolders;
import kz.zharshy.store.Addition;
import kz.zharshy.store.ArticleQueue.Added;
import kz.zharshy.store.QueueDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts articles into the queue. */
@Command(
    name = "add",
    description = {
      "Puts an article into the queue: a page's text, Markdown, HTML, or JSON (one article or an"
          + " array; the keys are the queue's columns)."
    })
final class AddCommand extends ConfiguredCommand {
  @Option(names = "--json", description = "Print what was added as a JSON array.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL|-",
      description = "Files, addresses of pages, or - for standard input.")
  private List<String> sources = List.of();

  private MediaFolders folders = new MediaFolders(List.of());

  @Override
  public Integer call() {
    Composition parts = common.parts(terminal);
    folders = parts.mediaFolders();
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
      boolean all = true;
      for (Gate.Entry entry : reader.entries(source)) {
        all &= add(database, entry, source, array);
      }
      return all;
    } catch (FailedException e) {
      terminal.err().println(e.getMessage());
      return false;
    }
  }

  private boolean add(QueueDatabase database, Gate.Entry entry, String source, ArrayNode array) {
    Added added = database.articles().add(entry, "cli", terminal.clock().instant());
    if (added.addition() == Addition.KNOWN) {
      String name = String.valueOf(entry.draft().externalId());
      Reason reason = Reason.of(ReasonCode.ARTICLE_KNOWN, name, added.article().id());
      terminal.err().println(ReasonText.forLog(reason));
      return false;
    }
    if (!entry.left().isEmpty()) {
      terminal
          .err()
          .println(
              "%s: left out, since a page cannot set it: %s."
                  .formatted(Visible.line(source), Visible.line(String.join(", ", entry.left()))));
    }
    entry.draft().content().media().stream()
        .map(Media::location)
        .filter(location -> !location.contains("://") && folders.find(location).isEmpty())
        .map(location -> ReasonText.forLog(Reason.of(ReasonCode.PICTURE_NOT_HERE, location)))
        .forEach(words -> terminal.err().println(Visible.line(source + ": " + words + ".")));
    report(added, array);
    return true;
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
                      addition,
                      article.id(),
                      article.state().code(),
                      Visible.line(article.content().title())));
    }
  }
}
