package kz.zharshy.fault;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.ArticleQueue;

/** The articles of a chaos run: puts them into the queue and counts what came of them. */
final class ChaosNews {
  /** Sentences of an article of one, two, three and four parts. */
  private static final int[] LENGTHS = {5, 170, 300, 430};

  private static final Pattern NUMBER = Pattern.compile("This is news (\\d+), and says so\\.");
  private static final Pattern PART = Pattern.compile("\\n(\\d)/\\d$");

  private final ArticleQueue queue;
  private final Map<Long, Integer> partsById = new TreeMap<>();

  ChaosNews(ArticleQueue queue) {
    this.queue = queue;
  }

  int size() {
    return partsById.size();
  }

  int parts() {
    return partsById.values().stream().mapToInt(Integer::intValue).sum();
  }

  void add(int parts) {
    int number = size() + 1;
    String text = "This is news %d, and says so. ".formatted(number).repeat(LENGTHS[parts - 1]);
    Content content = Content.builder("Headline " + number, text).build();
    Article article = queue.add(Draft.of(content), "test", Clock.systemUTC().instant()).article();
    if (article.id() != number) {
      throw new IllegalStateException("Article " + number + " has the number " + article.id());
    }
    partsById.put(article.id(), parts);
  }

  /** Articles that will go out without anything else happening. */
  int toGo() {
    return queue.count(ArticleState.QUEUED) + queue.count(ArticleState.PUBLISHING);
  }

  /** Articles of which the bot itself still looks for a part. */
  int lookedFor() {
    return queue.count(ArticleState.HELD) - waiting().size();
  }

  /** Articles about which a person is asked. */
  List<Long> waiting() {
    return partsById.keySet().stream()
        .filter(
            id ->
                queue
                    .find(id)
                    .filter(article -> article.state() == ArticleState.HELD)
                    .map(Article::reason)
                    .filter(reason -> reason.code() != ReasonCode.LOOKING)
                    .isPresent())
        .toList();
  }

  /** Why a person is asked about an article. */
  String reason(long id) {
    return id
        + ": "
        + queue.find(id).map(Article::reason).map(Reason::toString).orElse("")
        + " "
        + queue.history(id);
  }

  /** The parts of each article, as they stand in the channel. */
  static Map<Long, List<Integer>> posted(List<SandboxMessage> posts) {
    return posts.stream()
        .map(SandboxMessage::text)
        .filter(text -> NUMBER.matcher(text).find())
        .collect(groupingBy(ChaosNews::number, mapping(ChaosNews::part, toList())));
  }

  List<String> lost(Map<Long, List<Integer>> posted) {
    List<Long> waiting = waiting();
    List<String> lost = new ArrayList<>();
    partsById.forEach(
        (id, parts) -> {
          List<Integer> there = posted.getOrDefault(id, List.of());
          for (int part = 1; part <= parts && !waiting.contains(id); part++) {
            if (!there.contains(part)) {
              lost.add(id + "/" + part);
            }
          }
        });
    return lost;
  }

  private static long number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.find() ? Long.parseLong(number.group(1)) : 0;
  }

  private static int part(String text) {
    Matcher part = PART.matcher(text);
    return part.find() ? Integer.parseInt(part.group(1)) : 1;
  }
}
