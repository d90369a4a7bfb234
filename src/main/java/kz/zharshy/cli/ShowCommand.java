package kz.zharshy.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.zharshy.article.Article;
import kz.zharshy.article.ReasonText;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.QueueDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one article with what became of it. */
@Command(name = "show", description = "Shows an article and what became of its parts.")
final class ShowCommand extends ConfiguredCommand {
  @Option(names = "--json", description = "As JSON; the keys are the queue's columns.")
  private boolean json;

  @Parameters(paramLabel = "ID", description = "The article's number.")
  private long id;

  @Override
  public Integer call() {
    try (QueueDatabase database = common.parts(terminal).openDatabase()) {
      Article article = QueuedArticles.find(database, id);
      if (json) {
        ArticleJson writer = new ArticleJson();
        ObjectNode node = writer.article(article);
        node.set("parts", writer.parts(database.ledger().parts(id)));
        terminal.out().println(node.toPrettyString());
      } else {
        print(article);
        database.ledger().parts(id).forEach(this::print);
      }
    }
    return 0;
  }

  private void print(Article article) {
    terminal.out().println(ArticleLines.line(article));
    terminal.out().println();
    terminal.out().println(article.content().body());
    if (article.content().author() != null) {
      terminal.out().println();
      terminal.out().println(article.content().author());
    }
    terminal.out().println();
  }

  private void print(Delivery part) {
    String place =
        part.messageId() == null || !part.isThere()
            ? ""
            : " https://t.me/%s/%d".formatted(part.channel(), part.messageId());
    String error =
        part.sending().error() == null ? "" : " " + ReasonText.forLog(part.sending().error());
    terminal
        .out()
        .println(
            "part %d of %d: %s%s%s%s"
                .formatted(
                    part.part(), part.parts(), part.state().code(), place, edit(part), error));
  }

  private static String edit(Delivery part) {
    return switch (part.message().edit()) {
      case NONE -> "";
      case PENDING -> ", to be changed";
      case DONE -> ", corrected";
      case REFUSED -> ", not corrected";
      case GONE -> ", deleted by a person";
      case DELETED -> ", deleted";
    };
  }
}
