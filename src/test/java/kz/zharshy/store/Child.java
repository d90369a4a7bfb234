package kz.zharshy.store;

import static kz.zharshy.store.Samples.CHANNEL;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.language.Language;

/**
 * A process of its own that uses a queue: {@code Child TASK FILE}; it begins at a line of input.
 */
final class Child {
  private Child() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    System.in.read();
    switch (arguments[0]) {
      case "add" -> add(arguments[1]);
      case "claim" -> claim(arguments[1]);
      case "open" -> open(Path.of(arguments[1]));
      case "fill" -> fill(Path.of(arguments[1]));
      case "publish" -> publish(arguments[1]);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void add(String file) {
    try (QueueDatabase queue = QueueDatabase.open(file)) {
      queue.articles().add(draft("Из другого процесса"), "test", NOON);
    }
  }

  /** Prints the numbers of the articles that it got. */
  private static void claim(String file) {
    try (QueueDatabase queue = QueueDatabase.open(file)) {
      Optional<Article> next = queue.articles().claim(CHANNEL, NOON);
      while (next.isPresent()) {
        System.out.println(next.get().id());
        next = queue.articles().claim(CHANNEL, NOON);
      }
    }
  }

  /** Opens one fresh database after another, until it is killed. */
  private static void open(Path folder) {
    for (int number = 0; ; number++) {
      System.out.println(number);
      QueueDatabase.open(folder.resolve(number + ".db").toString()).close();
    }
  }

  /** Fills the disk between a claim and a call, tells what happened, and makes space again. */
  private static void fill(Path folder) throws IOException {
    Path ballast = folder.resolve("ballast");
    Files.write(ballast, new byte[64 * 1024]);
    try (QueueDatabase queue = QueueDatabase.open(folder.resolve("queue.db").toString())) {
      Article article = Samples.claimed(queue, draft("Диск полон"));
      Ledger ledger = queue.ledger();
      Delivery part = ledger.plan(article.id(), CHANNEL, parts("a"), NOON).get(0);
      growUntilFull(ballast);
      try {
        for (int seen = 1; ; seen++) {
          ledger.saw(CHANNEL, seen);
        }
      } catch (QueueException e) {
        System.out.println(e.kind() + ": " + e.getMessage());
      }
      try {
        ledger.sending(part.id(), NOON);
      } catch (QueueException e) {
        System.out.println(e.kind() + ", still " + ledger.parts(article.id()).get(0).state());
      }
      Files.delete(ballast);
      ledger.sending(part.id(), NOON);
      ledger.sent(part.id(), 1, 1, NOON);
      System.out.println(queue.articles().find(article.id()).orElseThrow().state());
    }
  }

  private static void growUntilFull(Path file) {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      byte[] block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      System.out.println("full");
    }
  }

  /** Publishes articles of two parts, until it is killed. */
  private static void publish(String file) {
    try (QueueDatabase queue = QueueDatabase.open(file)) {
      for (long message = 1; ; message += 2) {
        System.out.println(message);
        publish(queue, message);
      }
    }
  }

  private static void publish(QueueDatabase queue, long message) {
    Ledger ledger = queue.ledger();
    Article added = queue.articles().add(draft("Статья " + message), "test", NOON).article();
    queue.articles().route(added, CHANNEL, Language.RU);
    Article article = queue.articles().claim(CHANNEL, NOON).orElseThrow();
    for (Delivery part : ledger.plan(article.id(), CHANNEL, parts("a", "b"), NOON)) {
      ledger.sending(part.id(), NOON);
      ledger.sent(part.id(), message + part.part(), message + part.part(), NOON);
    }
  }
}
