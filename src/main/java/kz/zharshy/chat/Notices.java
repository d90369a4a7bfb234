package kz.zharshy.chat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kz.zharshy.article.Article;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.queue.Delivery;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.FloodBudget;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;

/**
 * Tells the editors in Telegram what needs a person: each thing once, with what to do about it. A
 * notice that cannot be delivered is in the log all the same. Safe for use by several threads.
 */
public final class Notices implements PublishListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final int TRIES = 20;
  private static final int LONGEST_REASON = 500;

  private final Phrases phrases = Phrases.of("chat");
  private final AnswerSender sender;
  private final List<Long> readers;
  private final List<Long> deciders;
  private final Language language;
  private final ScheduledThreadPoolExecutor thread;

  /**
   * Notices to people.
   *
   * @param readers the chats that hear what happened
   * @param deciders the private chats of those who may answer the bot's questions
   * @param language the newsroom's
   */
  public Notices(
      BotApi api, FloodBudget budget, List<Long> readers, List<Long> deciders, Language language) {
    this.sender = new AnswerSender(api, budget);
    this.readers = List.copyOf(readers);
    this.deciders = List.copyOf(deciders);
    this.language = language;
    this.thread = new ScheduledThreadPoolExecutor(1, Notices::thread);
    this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void failed(Article article, String reason) {
    tell(readers, about("notice.failed", article, brief(reason)));
  }

  @Override
  public void askEditors(Article article, Delivery part, String reason) {
    tell(
        deciders,
        phrases.get(
            language,
            "notice.doubt",
            Long.toString(article.id()),
            HeadlineText.line(article.content().title()),
            part.part() + "/" + part.parts(),
            part.channel()));
  }

  @Override
  public void notCorrected(Article article, @Nullable Delivery part, String reason) {
    tell(readers, about("notice.not-corrected", article, brief(reason)));
  }

  @Override
  public void gone(Article article, Delivery part) {
    tell(readers, about("notice.gone", article, part.channel()));
  }

  @Override
  public void withdrawn(Article article, List<Delivery> left) {
    if (left.isEmpty()) {
      tell(readers, about("notice.withdrawn", article, ""));
      return;
    }
    List<String> links =
        left.stream()
            .map(part -> "https://t.me/%s/%d".formatted(part.channel(), part.messageId()))
            .toList();
    tell(readers, about("notice.withdrawn-left", article, String.join("\n", links)));
  }

  @Override
  public void channelPaused(String channel, String reason) {
    tell(readers, phrases.get(language, "notice.paused", channel, brief(reason)));
  }

  @Override
  public void channelResumed(String channel) {
    tell(readers, phrases.get(language, "notice.resumed", channel));
  }

  @Override
  public void databaseTrouble(String reason) {
    tell(readers, phrases.get(language, "notice.database", brief(reason)));
  }

  /** Begins no further notice. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private String about(String key, Article article, String more) {
    String headline = HeadlineText.line(article.content().title());
    return phrases.get(language, key, Long.toString(article.id()), headline, more);
  }

  private void tell(List<Long> chats, String text) {
    for (long chat : chats) {
      SendMessage message =
          SendMessage.builder()
              .chatId(chat)
              .text(text)
              .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
              .build();
      after(Duration.ZERO, message, TRIES);
    }
  }

  private void after(Duration wait, SendMessage message, int tries) {
    try {
      // Nobody waits for it: deliver lets nothing through that the future could hold.
      Future<?> unused =
          thread.schedule(() -> deliver(message, tries), wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("A notice came while the bot was stopping");
    }
  }

  private void deliver(SendMessage message, int tries) {
    try {
      AnswerSender.Try outcome =
          sender.send(Sending.of(Long.parseLong(message.getChatId()), message));
      if (outcome instanceof AnswerSender.Try.Wait wait) {
        after(longer(wait.time(), Duration.ofMillis(100)), message, tries);
      } else if (outcome instanceof AnswerSender.Try.Again && tries > 0) {
        after(AGAIN, message, tries - 1);
      }
    } catch (RuntimeException e) {
      log.warn("A notice to chat {} was lost: {}", message.getChatId(), e.toString());
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String brief(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "zharshy-notices");
    thread.setDaemon(true);
    return thread;
  }
}
